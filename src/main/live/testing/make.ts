import type { Message } from '../../../shared/models/transcript.ts';

/** A customer's message with the given particulars. */
export function aMessage(particulars: Partial<Message> & { readonly id: string }): Message {
  return { role: 'customer', text: `text of ${particulars.id}`, ...particulars };
}
