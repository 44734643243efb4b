import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { topSentiments } from '../../../../../shared/models/conversation.ts';
import { moodStep, trendStep } from '../../../../../shared/models/row-aspects.ts';
import { type Criterion, DEFAULT_RULE } from '../../../../../shared/models/triage-rule.ts';
import type { Compare } from '../../../lib/sorted-list.ts';
import type { TableSort } from '../../../table/column.ts';

/**
 * Worst first: risk, then where the sentiment is low or falls, then who waits for a person (longest first), then the longest
 * running. Nothing in it moves with the clock, so a row changes place only when its conversation changes.
 */
export const worstFirst: Compare<ConversationRow> = (a, b) =>
  Number(a.ended) - Number(b.ended) ||
  riskOf(b) - riskOf(a) ||
  trendStep(a) - trendStep(b) ||
  waitingSince(a) - waitingSince(b) ||
  startOf(a) - startOf(b);

const WORSE: Readonly<Record<Criterion, Compare<ConversationRow>>> = {
  risk: (a, b) => riskOf(b) - riskOf(a),
  wait: (a, b) => waitingSince(a) - waitingSince(b),
  mood: (a, b) => moodStep(a) - moodStep(b),
  trend: (a, b) => trendStep(a) - trendStep(b),
  duration: (a, b) => startOf(a) - startOf(b),
};

/** Worst first by the operator's own rule: its criteria in their order, the ended always last. */
export function worstFirstBy(rule: readonly Criterion[]): Compare<ConversationRow> {
  // The usual rule is written out: it is asked many times a frame.
  if (rule.length === DEFAULT_RULE.length && DEFAULT_RULE.every((one, at) => one === rule[at])) return worstFirst;
  const criteria = rule.map((criterion) => WORSE[criterion]);
  return (a, b) => {
    const ended = Number(a.ended) - Number(b.ended);
    if (ended !== 0) return ended;
    for (const criterion of criteria) {
      const order = criterion(a, b);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** Risk, or below the lowest where the instance tells none. */
export function riskOf(row: ConversationRow): number {
  return row.risk?.level ?? -1;
}

/** What tells who has a conversation. */
export interface Handled {
  readonly handler: ConversationRow['handler'];
  readonly queue?: ConversationRow['queue'] | undefined;
}

/** Whether a customer waits for a person. */
export function isWaiting(row: Handled): boolean {
  return row.handler.kind === 'queue' || (row.queue !== undefined && row.handler.kind !== 'human');
}

function waitingSince(row: ConversationRow): number {
  return isWaiting(row) ? (row.queue?.since ?? row.handler.since ?? 0) : Number.MAX_SAFE_INTEGER;
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

const NONE: ReadonlySet<string> = new Set();

/** The order of the table: pinned rows, then the chosen column's order, else worst first by the rule. */
export function compareFor(
  sort: TableSort | undefined,
  rule: readonly Criterion[] = DEFAULT_RULE,
  pinned: ReadonlySet<string> = NONE,
): Compare<ConversationRow> {
  const compare = sortedBy(sort, worstFirstBy(rule));
  if (pinned.size === 0) return compare;
  return (a, b) => Number(pinned.has(b.id)) - Number(pinned.has(a.id)) || compare(a, b);
}

function sortedBy(sort: TableSort | undefined, worst: Compare<ConversationRow>): Compare<ConversationRow> {
  const compare = sort === undefined ? undefined : ascending[sort.id];
  if (sort === undefined || compare === undefined) return worst;
  const sign = sort.desc ? -1 : 1;
  return (a, b) => sign * compare(a, b) || worst(a, b);
}
