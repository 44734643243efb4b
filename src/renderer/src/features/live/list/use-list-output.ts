import { useTranslation } from 'react-i18next';
import { useLeavingMask } from '../../../app/use-mask.ts';
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
 * Copies and exports the selected rows, or all that the list shows, as they are on screen. `copyRow` copies the selected
 * rows, or the given one where none is.
 */
export function useListOutput(options: ListOutputOptions): {
  readonly copy: () => void;
  readonly copyRow: (id: string) => void;
  readonly save: () => void;
} {
  const { data, clock, ages, me, columns, selected, tenant } = options;
  const { t } = useTranslation('live');
  const words = useLiveWords();
  /** Whole rows: of those out of sight the window knows only what it follows. */
  const read = async (ids: readonly string[]) => {
    const rows = await call((api) => api.live.read({ tenant, ids: [...ids] }));
    const newest = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => newest.get(id) ?? data.rows.get(id)).filter((row) => row !== undefined);
  };
  const mask = useLeavingMask();
  const chosen = () => {
    const { ids } = data.order.view();
    return selected.size === 0 ? ids : ids.filter((id) => selected.has(id));
  };
  const context = () => {
    const now = Date.now();
    return { words, me, mask, now, serverNow: clock.from(now), ages };
  };
  const copyRows = async (ids: readonly string[]) => {
    if (ids.length === 0) return;
    try {
      const rows = await read(ids);
      await call((api) => api.app.copyText({ text: asTsv(columns, rows, context()) }));
      say(t('copy.copied', { count: rows.length }));
    } catch {
      say(t('copy.failed'));
    }
  };
  const save = async () => {
    const day = new Date().toISOString().slice(0, 10);
    try {
      const rows = await read(chosen());
      const text = asCsv(columns, rows, context());
      const saved = await call((api) => api.app.saveText({ suggestedName: `live-${tenant}-${day}.csv`, text }));
      say(saved ? t('copy.exported', { count: rows.length }) : t('copy.notExported'));
    } catch {
      say(t('copy.failed'));
    }
  };
  const copyRow = (id: string) => void copyRows(selected.size > 0 ? chosen() : [id]);
  return { copy: () => void copyRows(chosen()), copyRow, save: () => void save() };
}
