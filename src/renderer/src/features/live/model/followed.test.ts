import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import {
  feelingOf,
  moodStep,
  ROW_FIELDS,
  type RowAspect,
  trendStep,
} from '../../../../../shared/models/row-aspects.ts';
import { CRITERIA } from '../../../../../shared/models/triage-rule.ts';
import { aRow } from './fake-row.ts';
import { matcher, NO_FILTERS, tallyKeys } from './filters.ts';
import { followedBy } from './followed.ts';
import { compareFor } from './triage.ts';

const COLUMNS = [
  'risk',
  'id',
  'platform',
  'contact',
  'handler',
  'status',
  'flow',
  'sentiment',
  'duration',
  'sessions',
  'functions',
  'age',
];
const NOW = 10 * 60_000;

const fields = {
  platform: fc.constantFrom('sms', 'voice'),
  direction: fc.constantFrom('inbound', 'outbound'),
  contact: fc.record({ display: fc.constantFrom('+1 416 555 0141', 'Ann') }),
  status: fc.constantFrom('in-progress', 'queued'),
  ended: fc.boolean(),
  handler: fc.record({ kind: fc.constantFrom('ai' as const, 'human' as const, 'queue' as const), since: fc.nat(3) }),
  aiState: fc.constantFrom('running' as const, 'paused' as const),
  queue: fc.record({ skills: fc.constant([]), since: fc.nat(3) }),
  flow: fc.record({ name: fc.constantFrom('Billing', 'Outage') }),
  state: fc.constantFrom('x', 'y'),
  startedAt: fc.constantFrom(0, 5 * 60_000),
  endedAt: fc.constantFrom(60_000, 6 * 60_000),
  lastMessageAt: fc.nat(3),
  sessions24h: fc.nat(3),
  risk: fc.record({ level: fc.constantFrom(0 as const, 3 as const), label: fc.constant('x') }),
  sentiments: fc.array(fc.record({ name: fc.constantFrom('anger', 'joy'), score: fc.constantFrom(0.2, 0.5) }), {
    maxLength: 2,
  }),
  sentimentTrend: fc.array(fc.constantFrom(-0.9, -0.8, 0.1, 0.9), { maxLength: 3 }),
  functionsCalled: fc.array(fc.constantFrom('f', 'g'), { maxLength: 2 }),
  functionCallCount: fc.nat(2),
  parameters: fc.constant([]),
  tags: fc.array(fc.record({ name: fc.constantFrom('vip', 'new') }), { maxLength: 2 }),
  flagged: fc.boolean(),
  language: fc.constantFrom('en', 'fr'),
  seenAt: fc.nat(3),
  revision: fc.nat(9),
};
const CHANGING = Object.keys(fields);
const change = fc.record(fields, { requiredKeys: [] });

/** One or two fields alone: with more of them, one that is followed would nearly always be among them. */
const small = fc
  .tuple(change, fc.subarray(CHANGING, { minLength: 1, maxLength: 2 }))
  .map(([all, names]) => Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name))));

/** The row as a window knows it that follows these: the rest is as it was told before. */
function asFollowed(before: ConversationRow, now: ConversationRow, follow: ReadonlySet<RowAspect>): ConversationRow {
  const told =
    ROW_FIELDS.some((field) => follow.has(field) && JSON.stringify(before[field]) !== JSON.stringify(now[field])) ||
    (follow.has('mood') && moodStep(before) !== moodStep(now)) ||
    (follow.has('trend') && trendStep(before) !== trendStep(now)) ||
    (follow.has('feeling') && feelingOf(before) !== feelingOf(now));
  return told ? now : before;
}

test.each([undefined, ...COLUMNS])(
  'sorted by %s, what is followed is all that order, filters and counts are made from',
  (column) => {
    const sort = fc.boolean().map((desc) => (column === undefined ? undefined : { id: column, desc }));
    const filters = fc.oneof(
      fc.record({ text: fc.constantFrom('ann', 'x', 'y', 'queued', 'vip') }),
      fc.record({ risk: fc.constant(3 as const), minutes: fc.constant(2) }),
      fc.record({ direction: fc.constant('inbound'), platform: fc.constant('sms') }),
      fc.record({ sentiment: fc.constant('anger') }),
      fc.record({ flow: fc.constant('Billing'), status: fc.constant('queued') }),
      fc.record({ tag: fc.constant('vip') }),
      fc.constant({}),
    );
    const rule = fc.shuffledSubarray([...CRITERIA]);
    fc.assert(
      fc.property(sort, rule, filters, change, small, (by, criteria, chosen, was, then) => {
        const filter = { ...NO_FILTERS, ...chosen };
        const before = aRow({ id: 'b', ...was });
        const now = aRow({ id: 'b', ...was, ...then });
        const known = asFollowed(before, now, followedBy(by, criteria, filter));
        const matches = matcher(filter, () => NOW);
        // Zero: whatever the other rows are, both have the same place among them.
        expect(compareFor(by, criteria)(known, now)).toBe(0);
        expect(matches(known)).toBe(matches(now));
        expect(tallyKeys(known).toSorted()).toEqual(tallyKeys(now).toSorted());
      }),
      { numRuns: 1_500 },
    );
  },
);
