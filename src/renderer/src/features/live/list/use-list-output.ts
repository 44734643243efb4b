import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { useLeavingMask } from '../../../app/use-mask.ts';
import { call } from '../../../bridge/bridge.ts';
import { announce } from '../../../components/announcer.tsx';
import type { LiveData } from '../model/live-data.ts';
import type { ServerClock } from '../model/server-clock.ts';
import { useLiveWords } from '../model/use-live-words.ts';
import { asCsv, asTsv } from './list-text.ts';

interface ListOutputOptions {
  readonly data: LiveData;
  readonly clock: ServerClock;
  readonly me: string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly selected: ReadonlySet<string>;
  readonly tenant: string;
}

/**
 * Copies and exports the selected rows, or all that the list shows, as they are on screen. `copyRow` copies the selected
 * rows, or the given one where none is.
 */
export function useListOutput(options: ListOutputOptions): {
  readonly copy: () => void;
  readonly copyRow: (id: string) => void;
  readonly save: () => void;
} {
  const { data, clock, me, columns, selected, tenant } = options;
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const mask = useLeavingMask();
  const rowsOf = (ids: readonly string[]) =>
    ids.flatMap((id): readonly ConversationRow[] => {
      const row = data.rows.get(id);
      return row === undefined ? [] : [row];
    });
  const chosen = () => {
    const { ids } = data.order.view();
    return rowsOf(selected.size === 0 ? ids : ids.filter((id) => selected.has(id)));
  };
  const context = () => {
    const now = Date.now();
    return { words, me, mask, now, serverNow: clock.from(now) };
  };
  const copyRows = (rows: readonly ConversationRow[]) => {
    if (rows.length === 0) return;
    call((api) => api.app.copyText({ text: asTsv(columns, rows, context()) }))
      .then(() => announce(t('copy.copied', { count: rows.length })))
      .catch(() => announce(t('copy.failed')));
  };
  const save = () => {
    const rows = chosen();
    const day = new Date().toISOString().slice(0, 10);
    call((api) =>
      api.app.saveText({ suggestedName: `live-${tenant}-${day}.csv`, text: asCsv(columns, rows, context()) }),
    )
      .then((saved) => announce(saved ? t('copy.exported', { count: rows.length }) : t('copy.notExported')))
      .catch(() => announce(t('copy.failed')));
  };
  const copyRow = (id: string) => copyRows(selected.size > 0 ? chosen() : rowsOf([id]));
  return { copy: () => copyRows(chosen()), copyRow, save };
}
