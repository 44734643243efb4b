import { createRowListeners } from '../lib/row-listeners.ts';
import type { OrderSource, RowSource } from './column.ts';

/** Rows that come page by page, as a table takes them. */
export interface PageStore<T> extends RowSource<T>, OrderSource<T> {
  readonly view: () => { readonly ids: readonly string[]; readonly waiting: number };
  /** Adds a page. An entry that came before (the list moved meanwhile) keeps its place. */
  add(items: readonly T[]): void;
  /** Another state of a row that is there. */
  replace(item: T): void;
  clear(): void;
}

/** Makes an empty store. @param idOf what a row is known by; of another row it must differ */
export function createPageStore<T>(idOf: (item: T) => string): PageStore<T> {
  const rows = new Map<string, T>();
  const rowListeners = createRowListeners();
  const listeners = new Set<() => void>();
  let view: { readonly ids: readonly string[]; readonly waiting: number } = { ids: [], waiting: 0 };
  const show = (ids: readonly string[]): void => {
    view = { ids, waiting: 0 };
    for (const listener of listeners) listener();
  };
  return {
    get: (id) => rows.get(id),
    lastShown: (id) => rows.get(id),
    subscribeRow: rowListeners.subscribe,
    view: () => view,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    // Pages come when they are asked for: nothing moves by itself, so there is nothing to hold still.
    hold: () => undefined,
    renew: () => undefined,
    add(items) {
      const ids = items.map(idOf);
      const fresh = ids.filter((id) => !rows.has(id));
      for (const item of items) rows.set(idOf(item), item);
      rowListeners.tell(ids);
      show([...view.ids, ...fresh]);
    },
    replace(item) {
      const id = idOf(item);
      if (!rows.has(id)) return;
      rows.set(id, item);
      rowListeners.tell([id]);
    },
    clear() {
      rows.clear();
      show([]);
    },
  };
}
