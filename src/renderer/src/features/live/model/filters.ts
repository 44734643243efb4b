import type { ConversationRow, RiskLevel } from '../../../../../shared/models/conversation.ts';
import { topSentiments } from '../../../../../shared/models/conversation.ts';
import { isWaiting } from './triage.ts';

/** The facets with an open set of values: what the conversations carry is what can be chosen. */
export const FACETS = ['direction', 'platform', 'status', 'sentiment'] as const;
export type Facet = (typeof FACETS)[number];

export interface Filters {
  readonly risk?: RiskLevel;
  readonly direction?: string;
  readonly platform?: string;
  readonly status?: string;
  readonly sentiment?: string;
  readonly text: string;
}

export const NO_FILTERS: Filters = { text: '' };

export function isFiltered(filters: Filters): boolean {
  return (
    filters.text.trim() !== '' || filters.risk !== undefined || FACETS.some((facet) => filters[facet] !== undefined)
  );
}

/** The filters with one of them changed; undefined takes it away. */
export function withFilter<K extends Facet | 'risk'>(filters: Filters, key: K, value: Filters[K] | undefined): Filters {
  const next = { ...filters, [key]: value };
  if (value === undefined) delete next[key];
  return next;
}

/** A row's value in a facet; undefined where it has none. */
export function facetOf(row: ConversationRow, facet: Facet): string | undefined {
  if (facet === 'sentiment') return topSentiments(row.sentiments)[0]?.name;
  const value = row[facet];
  return value === '' ? undefined : value;
}

/** Whether a row passes. Text is looked for in what identifies a conversation; numbers match without their spacing. */
export function matcher(filters: Filters): (row: ConversationRow) => boolean {
  const words = fold(filters.text).split(/\s+/).filter(Boolean);
  const chosen = FACETS.filter((facet) => filters[facet] !== undefined);
  const { risk } = filters;
  return (row) =>
    (risk === undefined || (row.risk !== undefined && row.risk.level >= risk)) &&
    chosen.every((facet) => facetOf(row, facet) === filters[facet]) &&
    (words.length === 0 || hasWords(row, words));
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
    const value = facetOf(row, facet);
    if (value !== undefined) keys.push(`${facet}:${value}`);
  }
  return keys;
}
