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

/** A row as it is after some news, and what of it differs from before. */
export interface NextRow {
  readonly row: ConversationRow;
  readonly changed: AspectBits;
}

/**
 * The row that follows `before`. What did not change keeps its very object: whoever compares rows afterwards (each
 * window, the alerts) need not look inside, and unchanged parts of ten thousand rows are held once.
 * @param seenAt when the news came (epoch ms, this machine's clock)
 */
export function nextRow(before: ConversationRow, next: Conversation, seenAt: number): NextRow {
  const row: ConversationRow = { ...next, seenAt };
  // The same object once more, since TypeScript cannot follow that a field is put back under its own name.
  const fields = row as unknown as Record<string, unknown>;
  let changed = 0;
  for (let index = 0; index < ROW_FIELDS.length; index++) {
    const field = ROW_FIELDS[index];
    if (field === undefined) continue;
    const now = row[field];
    const then = before[field];
    if (now === then) continue;
    if (typeof now === 'object' && sameData(now, then)) fields[field] = then;
    else changed |= 1 << index;
  }
  if ((changed & SENTIMENT_TREND) !== 0) {
    if (moodStep(before) !== moodStep(row)) changed |= MOOD;
    if (trendStep(before) !== trendStep(row)) changed |= TREND;
  }
  if ((changed & SENTIMENTS) !== 0 && feelingOf(before) !== feelingOf(row)) changed |= FEELING;
  return { row, changed };
}
