import type { ArchiveHit } from '../../../../../shared/models/archive.ts';
import type { Conversation } from '../../../../../shared/models/conversation.ts';
import { createPageStore, type PageStore } from '../../../table/page-store.ts';

/** The hits of one search as far as they were read: rows and order for the table, added to page by page. */
export interface ResultStore extends Omit<PageStore<ArchiveHit>, 'replace'> {
  /** What a command changed of a conversation. */
  replace(conversation: Conversation): void;
  /** The id so many places after another; undefined at the ends. */
  beside(id: string, step: number): string | undefined;
}

/** Makes an empty store. */
export function createResultStore(): ResultStore {
  const pages = createPageStore<ArchiveHit>(({ conversation }) => conversation.id);
  return {
    ...pages,
    replace(conversation) {
      const before = pages.get(conversation.id);
      if (before !== undefined) pages.replace({ ...before, conversation });
    },
    beside(id, step) {
      const { ids } = pages.view();
      const at = ids.indexOf(id);
      return at < 0 ? undefined : ids[at + step];
    },
  };
}
