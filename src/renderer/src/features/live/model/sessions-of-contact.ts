import type { Conversation, ConversationRow } from '../../../../../shared/models/conversation.ts';

const DAY_MS = 24 * 3_600_000;
/** More than a person has in a day; what is left out is the oldest. */
const MOST = 12;

/**
 * A contact's other conversations of the last 24 hours, newest first. The same contact is the same id; without ids the
 * same number or address, but never only the same name.
 */
export function sessionsOfContact(
  rows: Iterable<ConversationRow>,
  except: string,
  contact: Conversation['contact'],
  now: number,
): readonly ConversationRow[] {
  const found: ConversationRow[] = [];
  for (const row of rows) {
    if (row.id === except || !isSame(row.contact, contact)) continue;
    if (row.startedAt === undefined || now - row.startedAt < DAY_MS) found.push(row);
  }
  return found.sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0)).slice(0, MOST);
}

function isSame(one: Conversation['contact'], other: Conversation['contact']): boolean {
  if (one.id !== undefined || other.id !== undefined) return one.id === other.id;
  return one.display === other.display && /\d{4}|@/u.test(one.display);
}
