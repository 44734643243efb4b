import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mask } from '../../../../../shared/models/mask.ts';
import { useLeavingMask } from '../../../app/use-mask.ts';
import { call } from '../../../bridge/bridge.ts';
import { say } from '../../../components/announcer.tsx';
import { idsWithin } from '../../../lib/id-list.ts';
import type { DataAges } from '../model/data-ages.ts';
import type { LiveData } from '../model/live-data.ts';
import type { ServerClock } from '../model/server-clock.ts';
import { type LiveWords, useLiveWords } from '../model/use-live-words.ts';
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

export interface ListOutput {
  readonly copy: () => void;
  /** Copies the selected rows, or the given one where none is. */
  readonly copyRow: (id: string) => void;
  readonly save: () => void;
}

/**
 * Copies and exports the selected rows, or all that the list shows, as they are on screen. The same object until what it
 * depends on changes.
 */
export function useListOutput(options: ListOutputOptions): ListOutput {
  const { data, clock, ages, me, columns, selected, tenant } = options;
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const mask = useLeavingMask();
  return useMemo(
    () => listOutput({ data, clock, ages, me, columns, selected, tenant, t, words, mask }),
    [data, clock, ages, me, columns, selected, tenant, t, words, mask],
  );
}

interface OutputContext extends ListOutputOptions {
  readonly t: TFunction<'live'>;
  readonly words: LiveWords;
  readonly mask: Mask;
}

function listOutput(context: OutputContext): ListOutput {
  const { data, clock, ages, me, columns, selected, tenant, t, words, mask } = context;
  /** Whole rows: of those out of sight the window knows only what it follows. */
  const read = async (ids: readonly string[]) => {
    const rows = await call((api) => api.live.read({ tenant, ids: [...ids] }));
    const newest = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => newest.get(id) ?? data.rows.get(id)).filter((row) => row !== undefined);
  };
  const chosen = () => {
    const ids = idsWithin(data.order.view().ids);
    return selected.size === 0 ? ids : ids.filter((id) => selected.has(id));
  };
  const asShown = () => {
    const now = Date.now();
    return { words, me, mask, now, serverNow: clock.from(now), ages };
  };
  const copyRows = async (ids: readonly string[]) => {
    if (ids.length === 0) return;
    try {
      const rows = await read(ids);
      await call((api) => api.app.copyText({ text: asTsv(columns, rows, asShown()) }));
      say(t('copy.copied', { count: rows.length }));
    } catch {
      say(t('copy.failed'));
    }
  };
  const save = async () => {
    const day = new Date().toISOString().slice(0, 10);
    try {
      const rows = await read(chosen());
      const text = asCsv(columns, rows, asShown());
      const saved = await call((api) => api.app.saveText({ suggestedName: `live-${tenant}-${day}.csv`, text }));
      say(saved ? t('copy.exported', { count: rows.length }) : t('copy.notExported'));
    } catch {
      say(t('copy.failed'));
    }
  };
  const copyRow = (id: string) => void copyRows(selected.size > 0 ? chosen() : [id]);
  return { copy: () => void copyRows(chosen()), copyRow, save: () => void save() };
}
