import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CampaignContact, ContactDetail } from '../../../../shared/models/campaign-contact.ts';
import { CONTACT_DEEDS, type ContactDeed } from '../../../../shared/models/contact-deed.ts';
import { useMask } from '../../app/use-mask.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { Clocks } from '../../components/clocks.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Facts } from '../../components/page.tsx';
import { Loading, Skeleton } from '../../components/states.tsx';
import { useNow } from '../../components/use-now.ts';
import { AskDeed } from './ask-deed.tsx';
import { Attempts } from './attempts.tsx';
import { useContactWords } from './contact-words.tsx';

interface ContactPanelProps {
  readonly tenant: string;
  readonly campaign: { readonly id: string; readonly name: string };
  readonly id: string;
  readonly tenantZone: string | undefined;
  readonly fallbackZone: string | undefined;
  /** The instance's clock minus this computer's, ms. */
  readonly skewMs: number;
  readonly onClose: () => void;
  readonly onTranscript: (id: string) => void;
  readonly onChanged: (contact: CampaignContact) => void;
}

/** One contact is read again so often while it is shown. */
const AGAIN_MS = 4_000;

/** One contact: where it stands, why it is not called, every call made to it, and what can be done. */
export function ContactPanel(props: ContactPanelProps): ReactNode {
  const { tenant, campaign, id, onClose, onChanged } = props;
  const { t } = useTranslation('contacts');
  const mask = useMask();
  const [asked, setAsked] = useState<ContactDeed>();
  const one = useQuery({
    queryKey: ['contacts', tenant, campaign.id, id],
    queryFn: () => call((api) => api.contacts.get({ tenant, campaign: campaign.id, contact: id })),
    refetchInterval: AGAIN_MS,
    staleTime: 0,
  });
  const contact = one.data;
  useEffect(() => {
    if (contact !== undefined) onChanged(contact);
  }, [contact, onChanged]);
  const act = (deed: ContactDeed, { state, attempts }: ContactDetail, at: number | undefined) => {
    setAsked(undefined);
    const targets = [{ id, state, ...(attempts !== undefined && { attempts }) }];
    call((api) => api.contacts.act({ tenant, campaign, deed, targets, ...(at !== undefined && { at }) }))
      .then(({ counts }) => {
        announce(t('bar.counts', { ...counts }));
        void one.refetch();
      })
      .catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));
  };
  return (
    <aside
      aria-label={t('panel.label')}
      className="flex w-96 shrink-0 flex-col gap-4 overflow-auto border-t border-l bg-surface p-4"
    >
      <header className="flex items-center gap-2">
        <h2 className="min-w-0 flex-1 truncate font-mono text-lg">
          {contact === undefined ? id : mask.contact(contact.phone)}
        </h2>
        <IconButton label={t('panel.close')} shortcut="Esc" onClick={onClose}>
          <X className="icon" aria-hidden />
        </IconButton>
      </header>
      {one.error === null ? null : <ErrorPanel failure={failureOf(one.error)} />}
      {contact === undefined ? (
        one.error === null ? (
          <Loading>
            <Skeleton className="h-40" />
          </Loading>
        ) : null
      ) : (
        <>
          <div className="flex flex-wrap gap-2">
            {CONTACT_DEEDS.map((deed) => (
              <Button key={deed} look={deed === 'remove' ? 'danger' : 'plain'} onClick={() => setAsked(deed)}>
                {t(`deeds.${deed}`)}
              </Button>
            ))}
          </div>
          <ContactFacts {...props} contact={contact} />
          <Attempts
            tenant={tenant}
            contact={contact}
            zones={{ contactZone: contact.timeZone ?? props.fallbackZone, tenantZone: props.tenantZone }}
            onTranscript={props.onTranscript}
          />
          {asked === undefined ? null : (
            <AskDeed
              deed={asked}
              count={1}
              cut={false}
              onDo={(at) => act(asked, contact, at)}
              onClose={() => setAsked(undefined)}
            />
          )}
        </>
      )}
    </aside>
  );
}

function ContactFacts(props: ContactPanelProps & { readonly contact: ContactDetail }): ReactNode {
  const { contact, tenantZone, fallbackZone } = props;
  const { t } = useTranslation('contacts');
  const words = useContactWords();
  const mask = useMask();
  const now = useNow() + props.skewMs;
  const zone = contact.timeZone ?? fallbackZone;
  const because = contact.notCalledBecause;
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  const clocks = (at: number) => <Clocks at={at} contactZone={zone} tenantZone={tenantZone} />;
  const facts = [
    [t('column.state'), words.state(contact.state)] as const,
    ...(contact.disposition === undefined
      ? []
      : [[t('column.disposition'), words.disposition(contact.disposition)] as const]),
    ...(name === '' ? [] : [[t('column.name'), mask.name(name)] as const]),
    ...(contact.language === undefined ? [] : [[t('column.language'), contact.language] as const]),
    [t('panel.now'), clocks(now)] as const,
    ...(contact.nextAttemptAt === undefined ? [] : [[t('column.next'), clocks(contact.nextAttemptAt)] as const]),
    ...(contact.externalId === undefined ? [] : [[t('column.externalId'), contact.externalId] as const]),
    ...(contact.row === undefined ? [] : [[t('panel.row'), String(contact.row)] as const]),
    ...Object.entries(contact.variables).map(([key, value]) => [key, mask.parameter(key, value)] as const),
  ];
  return (
    <>
      {because === undefined ? null : (
        <section className="rounded-md border border-warn p-3" aria-label={t('panel.why')}>
          <h3 className="font-semibold">{t('panel.why')}</h3>
          <p>{words.notCalled(because.code)}</p>
          {because.until === undefined ? null : (
            <div className="mt-1 flex gap-2 text-sm">
              {t('panel.until')} {clocks(because.until)}
            </div>
          )}
        </section>
      )}
      <Facts facts={facts} />
    </>
  );
}
