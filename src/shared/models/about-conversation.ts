import type { Conversation } from './conversation.ts';
import type { ReviewedConversation } from './quality.ts';

/**
 * What is kept of a conversation under review: its CSR, flow and risk, and nothing of its contact.
 * @param csr who had it, as far as whoever asks can tell
 */
export function aboutConversation(
  { id, platform, flow, risk, startedAt }: Conversation,
  csr: string | undefined,
): ReviewedConversation {
  return {
    id,
    platform,
    ...(csr !== undefined && { csr }),
    ...(flow !== undefined && { flow: flow.name }),
    ...(risk !== undefined && { risk: risk.label }),
    ...(startedAt !== undefined && { startedAt }),
  };
}
