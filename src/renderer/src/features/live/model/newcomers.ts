import type { RowStore } from '../../../lib/row-store.ts';

/** For how long a row counts as new, in milliseconds. */
export const NEW_FOR_MS = 30_000;

/** Which rows came while the list was open, so that they can be marked: the order alone does not show them. */
export interface Newcomers {
  /** When the row came (epoch ms), while it counts as new and was not opened; else undefined. */
  readonly since: (id: string) => number | undefined;
  /** The operator opened it: it is not new to them any more. */
  readonly seen: (id: string) => void;
  readonly close: () => void;
}

/**
 * Follows a store of rows. What the first snapshot brings is not new; what a later one brings beyond what was known is,
 * since it began while nobody could see.
 */
export function createNewcomers<T extends { readonly id: string }>(
  rows: RowStore<T>,
  now: () => number = Date.now,
): Newcomers {
  let known: Set<string> | undefined = rows.loaded() ? idsOf(rows) : undefined;
  const came = new Map<string, number>();
  const close = rows.subscribe((changes) => {
    const at = now();
    if (changes.all) {
      const ids = idsOf(rows);
      if (known !== undefined) for (const id of ids) if (!known.has(id)) came.set(id, at);
      for (const id of came.keys()) if (!ids.has(id)) came.delete(id);
      known = ids;
      return;
    }
    for (const { id, before, after } of changes.changes) {
      if (after === undefined) {
        known?.delete(id);
        came.delete(id);
      } else if (before === undefined) {
        known?.add(id);
        came.set(id, at);
      }
    }
  });
  return {
    since: (id) => {
      const at = came.get(id);
      if (at === undefined || now() - at <= NEW_FOR_MS) return at;
      came.delete(id);
      return undefined;
    },
    seen: (id) => void came.delete(id),
    close,
  };
}

function idsOf<T extends { readonly id: string }>(rows: RowStore<T>): Set<string> {
  const ids = new Set<string>();
  for (const { id } of rows.values()) ids.add(id);
  return ids;
}
