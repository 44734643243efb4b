import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { feelingOf } from '../../../../../shared/models/row-aspects.ts';
import type { KeptFilters } from '../../../../../shared/models/views.ts';
import { isWaiting } from './triage.ts';

/** The facets with an open set of values: what the conversations carry is what can be chosen. */
export const FACETS = ['direction', 'platform', 'status', 'sentiment', 'flow', 'function', 'tag'] as const;
export type Facet = (typeof FACETS)[number];

/** What a saved view keeps, and the text to find, which it does not. */
export type Filters = Readonly<KeptFilters> & { readonly text: string };
type Rated = NonNullable<KeptFilters['risk']>;
export const RISK_FLOORS: readonly Rated[] = [1, 2, 3, 4];
/** Least durations that are offered, in minutes. */
export const DURATIONS: readonly number[] = [2, 5, 10, 20, 30, 60];

export const NO_FILTERS: Filters = { text: '' };

export function isFiltered(filters: Filters): boolean {
  return (
    filters.text.trim() !== '' ||
    filters.risk !== undefined ||
    filters.minutes !== undefined ||
    FACETS.some((facet) => filters[facet] !== undefined)
  );
}

/** The filters with one of them changed; undefined takes it away. */
export function withFilter<K extends Facet | 'risk' | 'minutes'>(
  filters: Filters,
  key: K,
  value: Filters[K] | undefined,
): Filters {
  const next = { ...filters, [key]: value };
  if (value === undefined) delete next[key];
  return next;
}

/** A row's values in a facet: tags and functions may be many, the others are one or none. */
export function facetOf(row: ConversationRow, facet: Facet): readonly string[] {
  if (facet === 'function') return row.functionsCalled;
  if (facet === 'tag') return row.tags.length === 0 ? NONE : [...new Set(row.tags.map((tag) => tag.name))];
  const value = single(row, facet);
  return value === undefined || value === '' ? NONE : [value];
}

const NONE: readonly string[] = [];

function single(row: ConversationRow, facet: Exclude<Facet, 'tag' | 'function'>): string | undefined {
  if (facet === 'sentiment') return feelingOf(row);
  return facet === 'flow' ? row.flow?.name : row[facet];
}

/**
 * Whether a row passes. Text is looked for in what identifies a conversation; numbers match without their spacing. `now`
 * is the instance's clock: which rows have run long enough changes with it (RowOrder.reconsider).
 */
export function matcher(filters: Filters, now: () => number = Date.now): (row: ConversationRow) => boolean {
  const words = fold(filters.text).split(/\s+/).filter(Boolean);
  const chosen = FACETS.filter((facet) => filters[facet] !== undefined);
  const { risk, minutes } = filters;
  return (row) =>
    (risk === undefined || (row.risk !== undefined && row.risk.level >= risk)) &&
    (minutes === undefined || runsFor(row, now()) >= minutes * 60_000) &&
    chosen.every((facet) => facetOf(row, facet).includes(filters[facet] ?? '')) &&
    (words.length === 0 || hasWords(row, words));
}

function runsFor(row: ConversationRow, now: number): number {
  return row.startedAt === undefined ? -1 : (row.endedAt ?? now) - row.startedAt;
}

function hasWords(row: ConversationRow, words: readonly string[]): boolean {
  const text = fold(
    [
      row.id,
      row.contact.display,
      row.contact.display.replace(/[\s().-]/g, ''),
      row.contact.name,
      row.handler.name,
      row.platform,
      row.status,
      row.flow?.name,
      row.state,
      ...row.tags.map((tag) => `${tag.name} ${tag.value ?? ''}`),
    ].join(' '),
  );
  return words.every((word) => text.includes(word));
}

/** Lower case without accents, so that "reglement" finds "Règlement". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What the header and the filter menus count; see lib/tally.ts. */
export function tallyKeys(row: ConversationRow): readonly string[] {
  const keys = ['all'];
  if (isWaiting(row)) keys.push('waiting');
  if (row.risk !== undefined) keys.push(`risk:${row.risk.level}`);
  for (const facet of FACETS) {
    for (const value of facetOf(row, facet)) keys.push(`${facet}:${value}`);
  }
  return keys;
}
