import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { call } from '../../../bridge/bridge.ts';
import { say } from '../../../components/announcer.tsx';
import type { DataAges } from '../model/data-ages.ts';
import type { LiveData } from '../model/live-data.ts';
import type { ServerClock } from '../model/server-clock.ts';
import { useLiveWords } from '../model/use-live-words.ts';
import { asCsv, asTsv } from './list-text.ts';

interface ListOutputOptions {
  readonly data: LiveData;
  readonly clock: ServerClock;
  readonly ages: DataAges;
  readonly me: string;
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly selected: ReadonlySet<string>;
  readonly tenant: string;
}

/**
 * Copies and exports the selected rows, or all that the list shows, as they are on screen. Ctrl/Cmd-C copies the
 * selected rows or the one with the focus, unless text is selected.
 */
export function useListOutput(options: ListOutputOptions): { readonly copy: () => void; readonly save: () => void } {
  const { data, clock, ages, me, columns, selected, tenant } = options;
  const { t } = useTranslation('live');
  const words = useLiveWords();
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
    return { words, me, now, serverNow: clock.from(now), ages };
  };
  const copyRows = (rows: readonly ConversationRow[]) => {
    if (rows.length === 0) return;
    call((api) => api.app.copyText({ text: asTsv(columns, rows, context()) }))
      .then(() => say(t('copy.copied', { count: rows.length })))
      .catch(() => say(t('copy.failed')));
  };
  const save = () => {
    const rows = chosen();
    const day = new Date().toISOString().slice(0, 10);
    call((api) =>
      api.app.saveText({ suggestedName: `live-${tenant}-${day}.csv`, text: asCsv(columns, rows, context()) }),
    )
      .then((saved) => say(saved ? t('copy.exported', { count: rows.length }) : t('copy.notExported')))
      .catch(() => say(t('copy.failed')));
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'c' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('tr[data-row]') : null;
    if (row === null || (document.getSelection()?.toString() ?? '') !== '') return;
    event.preventDefault();
    copyRows(selected.size > 0 ? chosen() : rowsOf([row.dataset['row'] ?? '']));
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return { copy: () => copyRows(chosen()), save };
}
