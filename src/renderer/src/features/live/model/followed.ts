import type { RowAspect } from '../../../../../shared/models/row-aspects.ts';
import type { Criterion } from '../../../../../shared/models/triage-rule.ts';
import type { TableSort } from '../../../table/column.ts';
import type { Filters } from './filters.ts';

/** What the header and the menus of the facets count, whatever is on screen (filters.ts `tallyKeys`). */
const COUNTED: readonly RowAspect[] = [
  'handler',
  'queue',
  'risk',
  'direction',
  'platform',
  'status',
  'feeling',
  'flow',
  'functionsCalled',
  'tags',
];

const OF_CRITERION: Readonly<Record<Criterion, readonly RowAspect[]>> = {
  risk: ['risk'],
  wait: ['handler', 'queue'],
  mood: ['mood'],
  trend: ['trend'],
  duration: ['startedAt'],
};

/** Columns that sort by something else than what is counted already. */
const OF_COLUMN: Readonly<Record<string, readonly RowAspect[]>> = {
  contact: ['contact'],
  flow: ['state'],
  sentiment: ['sentiments'],
  duration: ['startedAt'],
  sessions: ['sessions24h'],
  functions: ['functionCallCount'],
  age: ['seenAt'],
};

const OF_TEXT: readonly RowAspect[] = ['contact', 'state'];

/** What worst-first by this rule is made from. */
export function followedByRule(rule: readonly Criterion[]): readonly RowAspect[] {
  return ['ended', ...rule.flatMap((criterion) => OF_CRITERION[criterion])];
}

/**
 * What the list has to know of rows that are not on screen, so that their order, the filters and the counts are right at
 * any time. Whatever `compareFor`, `matcher` or `tallyKeys` read has to be in it; a test holds them to that.
 */
export function followedBy(
  sort: TableSort | undefined,
  rule: readonly Criterion[],
  filters: Filters,
): ReadonlySet<RowAspect> {
  return new Set<RowAspect>([
    ...COUNTED,
    ...followedByRule(rule),
    ...(sort === undefined ? [] : (OF_COLUMN[sort.id] ?? [])),
    ...(filters.minutes === undefined ? [] : (['startedAt', 'endedAt'] as const)),
    ...(filters.text.trim() === '' ? [] : OF_TEXT),
  ]);
}
