import { ArrowLeft, RefreshCw } from 'lucide-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { CampaignContact, ContactFilter } from '../../../../shared/models/campaign-contact.ts';
import type { CampaignDetailView } from '../../../../shared/models/campaign-views.ts';
import { useActiveTenant, usePreferences } from '../../app/session-context.tsx';
import { useMask } from '../../app/use-mask.ts';
import { call } from '../../bridge/bridge.ts';
import { useLatest } from '../../bridge/stream.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { ReadFailed } from '../../components/read-failed.tsx';
import { EmptyState, Loading, Skeleton } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { formatNumber, type Language } from '../../lib/format.ts';
import { NO_SELECTION, selectRange, toggleRow } from '../../table/select-rows.ts';
import { usePages } from '../../table/use-pages.ts';
import { VirtualTable } from '../../table/virtual-table.tsx';
import { AddContact } from './add-contact.tsx';
import { ContactBar } from './contact-bar.tsx';
import { useContactColumns } from './contact-columns.tsx';
import { ContactFilters } from './contact-filters.tsx';
import { ContactPanel } from './contact-panel.tsx';
import { useContactWords } from './contact-words.tsx';
import { texts } from './texts.ts';

interface ContactsPageProps {
  readonly tenant: string;
  readonly campaign: string;
  readonly onBack: () => void;
  readonly onTranscript: (id: string) => void;
  readonly onReport: () => void;
}

const ROW_HEIGHTS = { compact: 26, normal: 32, comfortable: 40 } as const;
const PAGE = 200;

/** The people a campaign calls: found, looked at one by one, and many of them skipped, retried or rescheduled at once. */
export function ContactsPage({ tenant, campaign, onBack, onTranscript, onReport }: ContactsPageProps): ReactNode {
  useLateTexts('contacts', texts);
  const { t, i18n } = useTranslation('contacts');
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const mask = useMask();
  const words = useContactWords();
  const { density } = usePreferences().preferences;
  const tenantZone = useActiveTenant()?.timeZone;
  const [filter, setFilter] = useState<ContactFilter>({});
  const [selection, setSelection] = useState(NO_SELECTION);
  const [openId, setOpenId] = useState<string>();
  const [adding, setAdding] = useState(false);
  const openOne = useCallback(
    (api: BridgeApi, on: (batch: Envelope<CampaignDetailView>) => void) =>
      api.campaigns.one({ tenant, id: campaign }, on),
    [tenant, campaign],
  );
  const view = useLatest(openOne).value;
  const name = view?.campaign?.name ?? campaign;
  const ask = useCallback(
    (next: string | undefined) =>
      call((api) => api.contacts.list({ tenant, campaign, filter, limit: PAGE, ...(next !== undefined && { next }) })),
    [tenant, campaign, filter],
  );
  const pages = usePages<CampaignContact>(ask);
  const { store } = pages;
  const columns = useContactColumns(tenantZone);
  const filtered = Object.values(filter).some((value) => value !== undefined && value !== '');
  const change = (next: ContactFilter) => {
    setFilter(next);
    setSelection(NO_SELECTION);
    setOpenId(undefined);
  };
  const select = useCallback(
    (id: string, how: 'one' | 'range') =>
      setSelection((before) => (how === 'one' ? toggleRow(before, id) : selectRange(before, id, store.view().ids))),
    [store],
  );
  const counted = useMemo(
    () => (pages.total === undefined ? undefined : formatNumber(pages.total, language)),
    [pages.total, language],
  );
  const of = { id: campaign, name };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex flex-wrap items-center gap-3 px-4 pt-4 pb-2">
        <IconButton label={t('back')} onClick={onBack}>
          <ArrowLeft className="icon" aria-hidden />
        </IconButton>
        <h1 className="text-xl font-semibold">{t('title', { name })}</h1>
        <span role="status" className="text-fg-2 tabular-nums">
          {counted === undefined ? null : t('count', { count: pages.total ?? 0, value: counted })}
          {pages.readAt === undefined ? null : (
            <>
              {' · '}
              {t('asOf')} <Time at={pages.readAt} />
            </>
          )}
        </span>
        <span className="flex-1" />
        <Button onClick={() => setAdding(true)}>{t('add.open')}</Button>
        <IconButton label={t('again')} busy={pages.loading} onClick={pages.again}>
          <RefreshCw className="icon" aria-hidden />
        </IconButton>
      </header>
      <ContactFilters filter={filter} onChange={change} />
      {pages.failure !== undefined && pages.read ? (
        <div className="px-4 pb-2">
          <ErrorPanel failure={pages.failure} actions={<Button onClick={pages.again}>{t('again')}</Button>} />
        </div>
      ) : null}
      <div className="flex min-h-0 flex-1">
        <section className="flex min-w-0 flex-1 flex-col border-t">
          {!pages.read && pages.failure !== undefined ? (
            <ReadFailed failure={pages.failure} onRetry={pages.again} onReport={onReport} />
          ) : null}
          {!pages.read && pages.failure === undefined ? (
            <Loading>
              <Skeleton className="m-4 h-64" />
            </Loading>
          ) : null}
          {pages.read ? (
            <>
              <VirtualTable<CampaignContact>
                label={t('title', { name })}
                columns={columns}
                source={store}
                order={store}
                rowHeight={ROW_HEIGHTS[density]}
                sort={undefined}
                onSort={() => undefined}
                look={({ phone, state }) => ({ label: `${mask.contact(phone)} ${words.state(state)}` })}
                selected={selection.ids}
                onSelect={select}
                openId={openId}
                onOpen={(id) => setOpenId(id === openId ? undefined : id)}
                onNearEnd={pages.more}
                empty={
                  <EmptyState
                    title={t(filtered ? 'none.filtered' : 'none.all')}
                    action={
                      filtered ? (
                        <Button look="primary" onClick={() => change({})}>
                          {t('none.clear')}
                        </Button>
                      ) : undefined
                    }
                  />
                }
              />
              <footer className="flex items-center gap-3 border-t px-4 py-1.5 text-sm text-fg-2 tabular-nums">
                {t('shown', { value: formatNumber(pages.count, language) })}
                {pages.hasMore ? (
                  <Button busy={pages.loading} onClick={pages.more}>
                    {t('more')}
                  </Button>
                ) : null}
                {pages.full ? <span className="text-warn">{t('full')}</span> : null}
              </footer>
            </>
          ) : null}
          <ContactBar
            tenant={tenant}
            campaign={of}
            filter={filter}
            filtered={filtered}
            total={pages.total}
            selected={selection.ids}
            rowOf={(id) => store.get(id)}
            onClear={() => setSelection(NO_SELECTION)}
            onDone={pages.again}
          />
        </section>
        {openId === undefined ? null : (
          <ContactPanel
            key={openId}
            tenant={tenant}
            campaign={of}
            id={openId}
            tenantZone={tenantZone}
            skewMs={view?.skewMs ?? 0}
            fallbackZone={view?.campaign?.schedule?.fallbackTimeZone}
            onClose={() => setOpenId(undefined)}
            onTranscript={onTranscript}
            onChanged={(contact) => store.replace(contact)}
          />
        )}
      </div>
      {adding ? (
        <AddContact
          tenant={tenant}
          campaign={of}
          variables={view?.campaign?.requiredVariables ?? []}
          onClose={() => setAdding(false)}
          onAdded={pages.again}
        />
      ) : null}
    </div>
  );
}
