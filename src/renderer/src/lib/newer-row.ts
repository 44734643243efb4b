import type { ConversationRow } from '../../../shared/models/conversation.ts';

/**
 * Whether a row that arrives replaces the one held. It is late when neither the instance's count nor main's clock is
 * ahead of what is held. Either alone may step back (a restarted instance counts anew, a clock is set), so both must.
 */
export function isNewerRow(incoming: ConversationRow, held: ConversationRow): boolean {
  if (incoming.seenAt > held.seenAt) return true;
  if (incoming.revision === undefined || held.revision === undefined) return incoming.seenAt === held.seenAt;
  return incoming.revision > held.revision;
}
