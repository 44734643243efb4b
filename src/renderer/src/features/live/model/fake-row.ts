import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { aConversation } from '../../../../../shared/testing/a-conversation.ts';

/** A plain row for tests: an AI agent runs it, nothing is remarkable. */
export function aRow(change: Partial<ConversationRow> = {}): ConversationRow {
  const plain = aConversation({
    id: 'c-1',
    contact: { display: '+1 416 555 0141' },
    status: 'in_progress',
    startedAt: 1_000_000,
  });
  return { ...plain, seenAt: 2_000_000, ...change };
}
