import type { Conversation, ConversationRow } from '../../shared/models/conversation.ts';
import {
  type AspectBits,
  aspectBit,
  feelingOf,
  moodStep,
  ROW_FIELDS,
  trendStep,
} from '../../shared/models/row-aspects.ts';
import { sameData } from './same-data.ts';

const MOOD = aspectBit('mood');
const FEELING = aspectBit('feeling');
const TREND = aspectBit('trend');
const SENTIMENT_TREND = aspectBit('sentimentTrend');
const SENTIMENTS = aspectBit('sentiments');
const SEEN_AT = aspectBit('seenAt');
const CONVERSATION_FIELDS = ROW_FIELDS.indexOf('seenAt');

/** A row as it is after some news, and what of it differs from before. */
export interface NextRow {
  readonly row: ConversationRow;
  readonly changed: AspectBits;
}

/**
 * The row that follows `before`. What did not change keeps its very object: whoever compares rows afterwards (each
 * window, the alerts) need not look inside, and unchanged parts of ten thousand rows are held once.
 * @param next takes over those objects as well: the decoder goes on from it, and news made out of it compare at a glance
 * @param seenAt when the news came (epoch ms, this machine's clock)
 */
export function nextRow(before: ConversationRow, next: Conversation, seenAt: number): NextRow {
  // The same objects once more, since TypeScript cannot follow that a field is put under its own name.
  const now: Record<string, unknown> = next as unknown as Record<string, unknown>;
  const then = before as unknown as Readonly<Record<string, unknown>>;
  let changed = seenAt === before.seenAt ? 0 : SEEN_AT;
  for (let index = 0; index < CONVERSATION_FIELDS; index++) {
    const field = ROW_FIELDS[index];
    if (field === undefined) continue;
    const value = now[field];
    const known = then[field];
    if (value === known) continue;
    if (typeof value === 'object' && sameData(value, known)) now[field] = known;
    else changed |= 1 << index;
  }
  const row: ConversationRow = { ...next, seenAt };
  if ((changed & SENTIMENT_TREND) !== 0) {
    if (moodStep(before) !== moodStep(row)) changed |= MOOD;
    if (trendStep(before) !== trendStep(row)) changed |= TREND;
  }
  if ((changed & SENTIMENTS) !== 0 && feelingOf(before) !== feelingOf(row)) changed |= FEELING;
  return { row, changed };
}
