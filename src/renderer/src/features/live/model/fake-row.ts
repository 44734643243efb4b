import type { ConversationRow } from '../../../../../shared/models/conversation.ts';

/** A plain row for tests: an AI agent runs it, nothing is remarkable. */
export function aRow(change: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id: 'c-1',
    revision: 1,
    platform: 'webchat',
    direction: 'inbound',
    contact: { display: '+1 416 555 0141' },
    status: 'in_progress',
    ended: false,
    handler: { kind: 'ai' },
    aiState: 'running',
    startedAt: 1_000_000,
    sentiments: [],
    sentimentTrend: [],
    functionsCalled: [],
    parameters: [],
    tags: [],
    flagged: false,
    other: {},
    seenAt: 2_000_000,
    ...change,
  };
}
