import { X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignContact, ContactFilter } from '../../../../shared/models/campaign-contact.ts';
import { CONTACT_DEEDS, type ContactDeed, type ContactTargets } from '../../../../shared/models/contact-deed.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { formatNumber, type Language } from '../../lib/format.ts';
import { AskDeed } from './ask-deed.tsx';

interface ContactBarProps {
  readonly tenant: string;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly filter: ContactFilter;
  readonly filtered: boolean;
  readonly total: number | undefined;
  readonly selected: ReadonlySet<string>;
  readonly rowOf: (id: string) => CampaignContact | undefined;
  readonly onClear: () => void;
  /** What was done has ended: the list is read again. */
  readonly onDone: () => void;
}

type Asked = ContactTargets & { readonly deed: ContactDeed };

/** What can be done with the chosen contacts, or with all that pass the filter. Everything is held first. */
export function ContactBar(props: ContactBarProps): ReactNode {
  const { tenant, campaign, filter, filtered, total, selected, rowOf, onClear, onDone } = props;
  const { t, i18n } = useTranslation('contacts');
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const [asked, setAsked] = useState<Asked>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    await work().catch((thrown: unknown) => setFailure(failureOf(thrown)));
    setBusy(false);
  };
  const ask = (deed: ContactDeed) =>
    attempt(async () => {
      if (selected.size === 0) {
        const found = await call((api) => api.contacts.collect({ tenant, campaign: campaign.id, filter }));
        setAsked({ ...found, deed });
        return;
      }
      const targets = [...selected].flatMap((id) => {
        const row = rowOf(id);
        if (row === undefined) return [];
        return [{ id, state: row.state, ...(row.attempts !== undefined && { attempts: row.attempts }) }];
      });
      setAsked({ targets, cut: false, deed });
    });
  const act = ({ deed, targets }: Asked, at: number | undefined) => {
    setAsked(undefined);
    onClear();
    // It answers when all ended; until then the bar of held commands tells how far it is.
    call((api) => api.contacts.act({ tenant, campaign, deed, targets: [...targets], ...(at !== undefined && { at }) }))
      .then(({ counts }) => {
        announce(t('bar.counts', { ...counts }));
        onDone();
      })
      .catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  const save = () =>
    attempt(async () => {
      const heads = [
        t('column.phone'),
        t('column.firstName'),
        t('column.lastName'),
        t('column.language'),
        t('column.zone'),
        t('column.state'),
        t('column.disposition'),
        t('column.attempts'),
        t('column.last'),
        t('column.next'),
        t('column.externalId'),
        t('column.id'),
      ];
      const made = await call((api) => api.contacts.export({ tenant, campaign, filter, heads }));
      const saved = await call((api) =>
        api.app.saveText({ suggestedName: `${campaign.name}-contacts.csv`, text: made.text }),
      );
      if (saved) announce(t(made.cut ? 'bar.exportedCut' : 'bar.exported', { count: made.entries }));
    });
  const whom =
    selected.size > 0
      ? t('bar.selected', { count: selected.size })
      : total === undefined
        ? t(filtered ? 'bar.allFiltered' : 'bar.all')
        : t(filtered ? 'bar.countFiltered' : 'bar.count', { count: total, value: formatNumber(total, language) });
  return (
    <section aria-label={t('bar.label')} className="flex flex-col gap-2 border-t bg-raised px-4 py-2">
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <div className="flex flex-wrap items-center gap-2">
        <strong className="font-semibold tabular-nums" role="status">
          {whom}
        </strong>
        {CONTACT_DEEDS.map((deed) => (
          <Button
            key={deed}
            busy={busy}
            look={deed === 'remove' ? 'danger' : 'plain'}
            disabledReason={total === 0 ? t('bar.nobody') : undefined}
            onClick={() => void ask(deed)}
          >
            {t(`deeds.${deed}`)}
          </Button>
        ))}
        <span className="flex-1" />
        <Button look="quiet" busy={busy} hint={t('bar.exportHint')} onClick={() => void save()}>
          {t('bar.export')}
        </Button>
        {selected.size === 0 ? null : (
          <IconButton label={t('bar.clear')} onClick={onClear}>
            <X className="icon" aria-hidden />
          </IconButton>
        )}
      </div>
      {asked === undefined ? null : (
        <AskDeed
          deed={asked.deed}
          count={asked.targets.length}
          cut={asked.cut}
          onDo={(at) => act(asked, at)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
