import type { ArchiveHit, ArchivePage } from '../../../../../shared/models/archive.ts';
import type { Conversation } from '../../../../../shared/models/conversation.ts';
import type { OrderSource, RowSource } from '../../../table/column.ts';

/** The hits of one search as far as they were read: rows and order for the table, added to page by page. */
export interface ResultStore extends RowSource<ArchiveHit>, OrderSource<ArchiveHit> {
  readonly view: () => { readonly ids: readonly string[]; readonly waiting: number };
  /** Adds a page. An entry that came before (results moved meanwhile) keeps its place. */
  add(page: ArchivePage): void;
  /** What a command changed of a conversation. */
  replace(conversation: Conversation): void;
  clear(): void;
  /** The id so many places after another; undefined at the ends. */
  beside(id: string, step: number): string | undefined;
}

/** Makes an empty store. */
export function createResultStore(): ResultStore {
  const rows = new Map<string, ArchiveHit>();
  const rowListeners = new Map<string, Set<() => void>>();
  const listeners = new Set<() => void>();
  let view: { readonly ids: readonly string[]; readonly waiting: number } = { ids: [], waiting: 0 };

  const show = (ids: readonly string[]): void => {
    view = { ids, waiting: 0 };
    for (const listener of listeners) listener();
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
    add(page) {
      const fresh = page.items.filter(({ conversation }) => !rows.has(conversation.id));
      for (const hit of page.items) rows.set(hit.conversation.id, hit);
      show([...view.ids, ...fresh.map(({ conversation }) => conversation.id)]);
    },
    replace(conversation) {
      const before = rows.get(conversation.id);
      if (before === undefined) return;
      rows.set(conversation.id, { ...before, conversation });
      for (const listener of rowListeners.get(conversation.id) ?? []) listener();
    },
    clear() {
      rows.clear();
      show([]);
    },
    beside(id, step) {
      const at = view.ids.indexOf(id);
      return at < 0 ? undefined : view.ids[at + step];
    },
  };
}
