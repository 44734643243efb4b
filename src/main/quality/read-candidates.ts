import { aboutConversation } from '../../shared/models/about-conversation.ts';
import type { ArchiveQuery } from '../../shared/models/archive.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import type { ReviewedConversation } from '../../shared/models/quality.ts';
import type { ArchiveApi } from '../platform/archive/archive-api.ts';

/** Conversations that a sample is drawn from at most, the newest of the search. */
export const MOST_CANDIDATES = 10_000;
const PAGE = 100;

/** What is kept of a conversation whose messages were not read: the CSR who has it, or had it last. */
function reviewed(conversation: Conversation): ReviewedConversation {
  const { handler } = conversation;
  return aboutConversation(conversation, handler.kind === 'human' ? (handler.name ?? handler.userId) : undefined);
}

export interface Candidates {
  readonly all: readonly ReviewedConversation[];
  /** There were more than are read. */
  readonly cut: boolean;
}

/**
 * Reads all that a search finds, page by page, up to `MOST_CANDIDATES`.
 * @param told how many are read, of how many where the instance says so.
 * @throws what the instance answers; the signal's reason when it was cancelled.
 */
export async function readCandidates(
  api: Pick<ArchiveApi, 'search'>,
  query: ArchiveQuery,
  signal: AbortSignal,
  told: (read: number, total: number | undefined) => void,
): Promise<Candidates> {
  const all = new Map<string, ReviewedConversation>();
  let next: string | undefined;
  do {
    const page = await api.search(query, { limit: PAGE, signal, ...(next !== undefined && { next }) });
    signal.throwIfAborted();
    for (const { conversation } of page.items) all.set(conversation.id, reviewed(conversation));
    next = page.next;
    told(all.size, page.total);
  } while (next !== undefined && all.size < MOST_CANDIDATES);
  return { all: [...all.values()].slice(0, MOST_CANDIDATES), cut: next !== undefined };
}
