import type { ConversationRow } from '../../shared/models/conversation.ts';
import { waitingSince } from './conditions.ts';

/** The few worst conversations that nobody has: risk, then who waits longest, then mood. */
export function worstOf(rows: Iterable<ConversationRow>, count: number): readonly ConversationRow[] {
  const worst: ConversationRow[] = [];
  for (const row of rows) {
    if (row.ended || row.handler.kind === 'human') continue;
    const place = worst.findIndex((other) => worseFirst(row, other) < 0);
    if (place < 0 && worst.length >= count) continue;
    worst.splice(place < 0 ? worst.length : place, 0, row);
    if (worst.length > count) worst.pop();
  }
  return worst;
}

function worseFirst(a: ConversationRow, b: ConversationRow): number {
  const since = (row: ConversationRow): number => waitingSince(row) ?? Number.MAX_SAFE_INTEGER;
  const mood = (row: ConversationRow): number => row.sentimentTrend.at(-1) ?? 0;
  return (b.risk?.level ?? -1) - (a.risk?.level ?? -1) || since(a) - since(b) || mood(a) - mood(b);
}
