import type { Conversation, ConversationRow } from '../../shared/models/conversation.ts';
import {
  type AspectBits,
  aspectBit,
  feelingOf,
  moodStep,
  ROW_FIELDS,
  trendStep,
} from '../../shared/models/row-aspects.ts';
import type { Mutable } from '../platform/decode/mutable.ts';
import { sameData } from './same-data.ts';

const MOOD = aspectBit('mood');
const FEELING = aspectBit('feeling');
const TREND = aspectBit('trend');
const SENTIMENT_TREND = aspectBit('sentimentTrend');
const SENTIMENTS = aspectBit('sentiments');
const SEEN_AT = aspectBit('seenAt');

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
export function nextRow(before: ConversationRow, next: Mutable<Conversation>, seenAt: number): NextRow {
  let changed = seenAt === before.seenAt ? 0 : SEEN_AT;
  for (let index = 0; index < ROW_FIELDS.length; index++) {
    const field = ROW_FIELDS[index];
    if (field === undefined || field === 'seenAt') continue;
    const value = next[field];
    const known = before[field];
    if (value === known) continue;
    if (typeof value === 'object' && sameData(value, known)) take(field, before, next);
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

/** A function of its own, since only in one can TypeScript follow that a field is put under its own name. */
function take<F extends keyof Conversation>(field: F, from: Conversation, into: Mutable<Conversation>): void {
  into[field] = from[field];
}
