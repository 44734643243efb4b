import type { Conversation } from '../../../../../shared/models/conversation.ts';

const DAY_MS = 24 * 3_600_000;
/** More than a person has in a day; what is left out is the oldest. */
const MOST = 12;

/**
 * A contact's other conversations of the last 24 hours, newest first. The same contact is the same id; without ids the
 * same number or address, but never only the same name.
 */
export function sessionsOfContact<C extends Conversation>(
  rows: Iterable<C>,
  except: string,
  contact: Conversation['contact'],
  now: number,
): readonly C[] {
  const found: C[] = [];
  for (const row of rows) if (isSameContact(row.contact, contact)) found.push(row);
  return ofTheDay(found, except, now);
}

/** Those of the last 24 hours but the one that is looked at, each once (the first of it counts), newest first. */
export function ofTheDay<C extends Conversation>(rows: Iterable<C>, except: string, now: number): readonly C[] {
  const byId = new Map<string, C>();
  for (const row of rows) {
    if (row.id === except || byId.has(row.id)) continue;
    if (row.startedAt === undefined || now - row.startedAt < DAY_MS) byId.set(row.id, row);
  }
  return [...byId.values()].sort((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0)).slice(0, MOST);
}

/** From when on a session is one of the last 24 hours; epoch ms. */
export function dayBefore(now: number): number {
  return now - DAY_MS;
}

/** Whether two conversations are of one contact. */
export function isSameContact(one: Conversation['contact'], other: Conversation['contact']): boolean {
  if (one.id !== undefined || other.id !== undefined) return one.id === other.id;
  return one.display === other.display && /\d{4}|@/u.test(one.display);
}
