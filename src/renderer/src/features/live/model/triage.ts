import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { topSentiments } from '../../../../../shared/models/conversation.ts';
import type { Compare } from '../../../lib/sorted-list.ts';
import type { TableSort } from '../../../table/column.ts';

/**
 * Worst first: risk, then who waits for a person (longest first), then mood, then the longest running. Nothing in it
 * moves with the clock, so a row changes place only when its conversation changes.
 */
export const worstFirst: Compare<ConversationRow> = (a, b) =>
  Number(a.ended) - Number(b.ended) ||
  riskOf(b) - riskOf(a) ||
  waitingSince(a) - waitingSince(b) ||
  moodStep(a) - moodStep(b) ||
  startOf(a) - startOf(b);

/** Risk, or below the lowest where the instance tells none. */
export function riskOf(row: ConversationRow): number {
  return row.risk?.level ?? -1;
}

/** Whether a customer waits for a person. */
export function isWaiting(row: ConversationRow): boolean {
  return row.handler.kind === 'queue' || (row.queue !== undefined && row.handler.kind !== 'human');
}

/** How the last turn felt, -1 to 1; 0 where nothing is known. */
export function moodOf(row: ConversationRow): number {
  return row.sentimentTrend.at(-1) ?? 0;
}

function waitingSince(row: ConversationRow): number {
  return isWaiting(row) ? (row.queue?.since ?? row.handler.since ?? 0) : Number.MAX_SAFE_INTEGER;
}

/** Mood in coarse steps: a small drift must not move a row. */
function moodStep(row: ConversationRow): number {
  return Math.round(moodOf(row) * 2);
}

function startOf(row: ConversationRow): number {
  return row.startedAt ?? Number.MAX_SAFE_INTEGER;
}

function byText(text: (row: ConversationRow) => string): Compare<ConversationRow> {
  return (a, b) => {
    const [one, other] = [text(a), text(b)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}

function byNumber(number: (row: ConversationRow) => number): Compare<ConversationRow> {
  return (a, b) => number(a) - number(b);
}

const HANDLER_ORDER = ['queue', 'human', 'ai', 'none', 'unknown'];

/** Ascending order of each sortable column; within equal ones the worst come first. */
const ascending: Readonly<Record<string, Compare<ConversationRow>>> = {
  risk: byNumber(riskOf),
  id: byText((row) => row.id),
  platform: byText((row) => row.platform),
  contact: byText((row) => row.contact.display),
  handler: byText((row) => `${HANDLER_ORDER.indexOf(row.handler.kind)} ${row.handler.name ?? ''}`),
  status: byText((row) => row.status),
  flow: byText((row) => `${row.flow?.name ?? ''} ${row.state ?? ''}`),
  sentiment: byNumber((row) => topSentiments(row.sentiments)[0]?.score ?? 0),
  // The earliest start is the longest duration.
  duration: byNumber((row) => -startOf(row)),
  sessions: byNumber((row) => row.sessions24h ?? -1),
  functions: byNumber(functionCount),
  age: byNumber((row) => -row.seenAt),
};

/** How many functions were called, as the instance counts, else as it lists them. */
export function functionCount(row: ConversationRow): number {
  return row.functionCallCount ?? row.functionsCalled.length;
}

/** The order of the table: the chosen column's, else worst first. */
export function compareFor(sort: TableSort | undefined): Compare<ConversationRow> {
  const compare = sort === undefined ? undefined : ascending[sort.id];
  if (sort === undefined || compare === undefined) return worstFirst;
  const sign = sort.desc ? -1 : 1;
  return (a, b) => sign * compare(a, b) || worstFirst(a, b);
}
