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

/** Makes an empty store. */
export function createPageStore<T extends { readonly id: string }>(): PageStore<T> {
  const rows = new Map<string, T>();
  const rowListeners = new Map<string, Set<() => void>>();
  const listeners = new Set<() => void>();
  let view: { readonly ids: readonly string[]; readonly waiting: number } = { ids: [], waiting: 0 };
  const show = (ids: readonly string[]): void => {
    view = { ids, waiting: 0 };
    for (const listener of listeners) listener();
  };
  const tell = (id: string): void => {
    for (const listener of rowListeners.get(id) ?? []) listener();
  };
  return {
    get: (id) => rows.get(id),
    lastShown: (id) => rows.get(id),
    subscribeRow(id, changed) {
      const own = rowListeners.get(id) ?? new Set();
      rowListeners.set(id, own.add(changed));
      return () => {
        own.delete(changed);
        if (own.size === 0) rowListeners.delete(id);
      };
    },
    view: () => view,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    // Pages come when they are asked for: nothing moves by itself, so there is nothing to hold still.
    hold: () => undefined,
    renew: () => undefined,
    add(items) {
      const fresh = items.filter(({ id }) => !rows.has(id));
      for (const item of items) rows.set(item.id, item);
      for (const { id } of items) tell(id);
      show([...view.ids, ...fresh.map(({ id }) => id)]);
    },
    replace(item) {
      if (!rows.has(item.id)) return;
      rows.set(item.id, item);
      tell(item.id);
    },
    clear() {
      rows.clear();
      show([]);
    },
  };
}
