import { RefreshCw, Trash2 } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoNotCallEntry } from '../../../../shared/models/do-not-call.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import { usePreferences } from '../../app/session-context.tsx';
import { useMask } from '../../app/use-mask.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button, IconButton } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/fields.tsx';
import { ReadFailed } from '../../components/read-failed.tsx';
import { EmptyState, Loading, Skeleton } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { formatNumber, type Language } from '../../lib/format.ts';
import { NO_SELECTION, selectRange, toggleRow } from '../../table/select-rows.ts';
import { usePages } from '../../table/use-pages.ts';
import { VirtualTable } from '../../table/virtual-table.tsx';
import { AddNumber } from './add-number.tsx';
import { useEntryColumns } from './entry-columns.tsx';
import { ImportNumbers } from './import-numbers.tsx';
import { texts } from './texts.ts';

interface DoNotCallPageProps {
  readonly tenant: string;
  readonly onReport: () => void;
}

const ROW_HEIGHTS = { compact: 26, normal: 32, comfortable: 40 } as const;
const PAGE = 200;
/** Entries that one removal may name. */
const MOST_REMOVED = 500;

/** The numbers that no campaign may call: who asked for each, and when. */
export function DoNotCallPage({ tenant, onReport }: DoNotCallPageProps): ReactNode {
  useLateTexts('doNotCall', texts);
  const { t, i18n } = useTranslation('doNotCall');
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const mask = useMask();
  const { density } = usePreferences().preferences;
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [selection, setSelection] = useState(NO_SELECTION);
  const [dialog, setDialog] = useState<'add' | 'import' | 'remove'>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const ask = useCallback(
    (next: string | undefined) =>
      call((api) =>
        api.doNotCall.list({
          tenant,
          limit: PAGE,
          ...(text !== '' && { text }),
          ...(next !== undefined && { next }),
        }),
      ),
    [tenant, text],
  );
  const pages = usePages<DoNotCallEntry>(ask);
  const { store } = pages;
  const columns = useEntryColumns();
  const select = useCallback(
    (id: string, how: 'one' | 'range') =>
      setSelection((before) => (how === 'one' ? toggleRow(before, id) : selectRange(before, id, store.view().ids))),
    [store],
  );
  const close = () => setDialog(undefined);
  const remove = () => {
    const entries = [...selection.ids].slice(0, MOST_REMOVED);
    setSelection(NO_SELECTION);
    // Held first: it answers when it ended, sent or undone.
    call((api) => api.doNotCall.remove({ tenant, entries }))
      .then(({ counts }) => {
        announce(t('remove.counts', { ...counts }));
        pages.again();
      })
      .catch((thrown: unknown) => setFailure(failureOf(thrown)));
  };
  const save = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const heads = (['phone', 'reason', 'source', 'addedAt', 'addedBy', 'expiresAt'] as const).map((one) =>
        t(`column.${one}`),
      );
      const made = await call((api) => api.doNotCall.export({ tenant, heads }));
      const saved = await call((api) => api.app.saveText({ suggestedName: 'do-not-call.csv', text: made.text }));
      if (saved) announce(t(made.cut ? 'export.cut' : 'export.done', { count: made.entries }));
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(false);
  };
  const chosen = selection.ids.size;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex flex-wrap items-center gap-3 px-4 pt-4 pb-2">
        <h1 className="text-xl font-semibold">{t('title')}</h1>
        <span role="status" className="text-fg-2 tabular-nums">
          {pages.total === undefined
            ? null
            : t('count', { count: pages.total, value: formatNumber(pages.total, language) })}
          {pages.readAt === undefined ? null : (
            <>
              {' · '}
              {t('asOf')} <Time at={pages.readAt} />
            </>
          )}
        </span>
        <span className="flex-1" />
        <Button look="primary" onClick={() => setDialog('add')}>
          {t('add.open')}
        </Button>
        <Button onClick={() => setDialog('import')}>{t('import.open')}</Button>
        <Button busy={busy} hint={t('export.hint')} onClick={() => void save()}>
          {t('export.open')}
        </Button>
        <IconButton label={t('again')} busy={pages.loading} onClick={pages.again}>
          <RefreshCw className="icon" aria-hidden />
        </IconButton>
      </header>
      <form
        className="flex flex-wrap items-end gap-3 px-4 pb-3"
        onSubmit={(event) => {
          event.preventDefault();
          setText(typed.trim());
          setSelection(NO_SELECTION);
        }}
      >
        <div className="w-72">
          <TextField label={t('find')} type="search" value={typed} onChange={setTyped} maxLength={200} />
        </div>
        <Button submit>{t('search')}</Button>
      </form>
      {[failure, pages.read ? pages.failure : undefined].map((one) =>
        one === undefined ? null : (
          <div key={one.code} className="px-4 pb-2">
            <ErrorPanel failure={one} />
          </div>
        ),
      )}
      <section className="flex min-h-0 flex-1 flex-col border-t">
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
            <VirtualTable<DoNotCallEntry>
              label={t('title')}
              columns={columns}
              source={store}
              order={store}
              rowHeight={ROW_HEIGHTS[density]}
              sort={undefined}
              onSort={() => undefined}
              look={({ phone }) => ({ label: mask.contact(phone) })}
              selected={selection.ids}
              onSelect={select}
              onOpen={(id) => select(id, 'one')}
              onNearEnd={pages.more}
              empty={<EmptyState title={t(text === '' ? 'none.all' : 'none.filtered')} />}
            />
            <footer className="flex items-center gap-3 border-t bg-raised px-4 py-1.5 tabular-nums">
              <span role="status">
                {chosen === 0
                  ? t('shown', { value: formatNumber(pages.count, language) })
                  : t('chosen', { count: chosen })}
              </span>
              {chosen === 0 ? null : (
                <Button look="danger" onClick={() => setDialog('remove')}>
                  <Trash2 className="icon" aria-hidden />
                  {t('remove.open')}
                </Button>
              )}
              {pages.hasMore ? (
                <Button busy={pages.loading} onClick={pages.more}>
                  {t('more')}
                </Button>
              ) : null}
              {pages.full ? <span className="text-sm text-warn">{t('full')}</span> : null}
            </footer>
          </>
        ) : null}
      </section>
      {dialog === 'add' ? <AddNumber tenant={tenant} onClose={close} onAdded={pages.again} /> : null}
      {dialog === 'import' ? <ImportNumbers tenant={tenant} onClose={close} onDone={pages.again} /> : null}
      {dialog === 'remove' ? (
        <ConfirmDialog
          title={t('remove.ask', { count: Math.min(chosen, MOST_REMOVED) })}
          action={t('remove.do', { count: Math.min(chosen, MOST_REMOVED) })}
          look="danger"
          onConfirm={remove}
          onClose={close}
        >
          <p>{t('remove.means')}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
