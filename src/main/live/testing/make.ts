import type { Conversation } from '../../../shared/models/conversation.ts';
import type { Message } from '../../../shared/models/transcript.ts';

/** A conversation with the given particulars and plain defaults. */
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

/** A customer's message with the given particulars. */
export function aMessage(particulars: Partial<Message> & { readonly id: string }): Message {
  return { role: 'customer', text: `text of ${particulars.id}`, ...particulars };
}
