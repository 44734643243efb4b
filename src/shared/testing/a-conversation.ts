import type { Conversation } from '../models/conversation.ts';

/** A made-up conversation for tests and benches: the given particulars, and plain defaults (an AI agent runs it). */
export function aConversation(particulars: Partial<Conversation> & { readonly id: string }): Conversation {
  return {
    revision: 1,
    platform: 'webchat',
    direction: 'inbound',
    contact: { display: 'Visitor' },
    status: 'in-progress',
    ended: false,
    handler: { kind: 'ai' },
    aiState: 'running',
    sentiments: [],
    sentimentTrend: [],
    functionsCalled: [],
    parameters: [],
    tags: [],
    flagged: false,
    other: {},
    ...particulars,
  };
}

/** What an ended conversation adds to it: nobody has it any more. */
export const ENDED = { status: 'completed', ended: true, handler: { kind: 'none' }, aiState: 'unknown' } as const;
