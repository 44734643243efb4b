import { createRowListeners } from './row-listeners.ts';

/** The first batch of a stream of rows is a snapshot, the others hold the newest of each row that changed. */
export type RowBatch<T> =
  | { readonly kind: 'snapshot'; readonly rows: readonly T[] }
  | { readonly kind: 'patch'; readonly upserts: readonly T[]; readonly removed: readonly string[] };

export interface RowChange<T> {
  readonly id: string;
  readonly before: T | undefined;
  readonly after: T | undefined;
}

/** What a batch did: each changed row once, or all of them at a snapshot. */
export type RowChanges<T> = { readonly all: true } | { readonly all: false; readonly changes: readonly RowChange<T>[] };

export interface RowStore<T> {
  readonly get: (id: string) => T | undefined;
  readonly values: () => Iterable<T>;
  readonly size: () => number;
  /** False until the first snapshot. */
  readonly loaded: () => boolean;
  /** Applies a batch in time proportional to what it changes, then tells listeners. */
  readonly apply: (batch: RowBatch<T>) => void;
  readonly subscribeRow: (id: string, changed: () => void) => () => void;
  readonly subscribe: (changed: (changes: RowChanges<T>) => void) => () => void;
  /** The rows that somebody is subscribed to: those on screen. */
  readonly shown: () => Iterable<string>;
  readonly subscribeShown: (changed: () => void) => () => void;
}

/**
 * Holds rows by id. `isNewer(incoming, held)` decides whether a row replaces the one that is held; duplicates and late
 * arrivals are thus harmless, also after the row was removed.
 */
export function createRowStore<T extends { readonly id: string }>(
  isNewer: (incoming: T, held: T) => boolean,
): RowStore<T> {
  let rows = new Map<string, T>();
  /** The last known of what was removed since the snapshot: an older patch must not bring it back. */
  const graves = new Map<string, T>();
  const listeners = new Set<(changes: RowChanges<T>) => void>();
  const shownListeners = new Set<() => void>();
  const rowListeners = createRowListeners(() => {
    for (const listener of shownListeners) listener();
  });
  let loaded = false;

  const upsert = (row: T): RowChange<T> | undefined => {
    const before = rows.get(row.id);
    const held = before ?? graves.get(row.id);
    if (held !== undefined && !isNewer(row, held)) return undefined;
    graves.delete(row.id);
    rows.set(row.id, row);
    return { id: row.id, before, after: row };
  };
  const remove = (id: string): RowChange<T> | undefined => {
    const before = rows.get(id);
    if (before === undefined) return undefined;
    rows.delete(id);
    graves.set(id, before);
    return { id, before, after: undefined };
  };
  const tell = (changes: RowChanges<T>) => {
    for (const listener of listeners) listener(changes);
    rowListeners.tell(changes.all ? rowListeners.ids() : changes.changes.map((change) => change.id));
  };
  const replaceAll = (all: readonly T[]) => {
    rows = new Map(all.map((row) => [row.id, row]));
    graves.clear();
    loaded = true;
    tell({ all: true });
  };

  return {
    get: (id) => rows.get(id),
    values: () => rows.values(),
    size: () => rows.size,
    loaded: () => loaded,
    apply: (batch) => {
      if (batch.kind === 'snapshot') return replaceAll(batch.rows);
      const changes = [...batch.upserts.map(upsert), ...batch.removed.map(remove)].filter(
        (change) => change !== undefined,
      );
      if (changes.length > 0) tell({ all: false, changes });
    },
    subscribeRow: rowListeners.subscribe,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    shown: () => rowListeners.ids(),
    subscribeShown: (changed) => {
      shownListeners.add(changed);
      return () => shownListeners.delete(changed);
    },
  };
}
