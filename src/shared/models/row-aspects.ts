import { type ConversationRow, LEAST_SCORE } from './conversation.ts';

/** Every field of a row but its id, which never changes; each once, the compiler sees to that below. */
const FIELDS = [
  'revision',
  'platform',
  'direction',
  'contact',
  'status',
  'ended',
  'handler',
  'aiState',
  'queue',
  'flow',
  'state',
  'startedAt',
  'endedAt',
  'lastMessageAt',
  'sessions24h',
  'risk',
  'sentiments',
  'sentimentTrend',
  'functionsCalled',
  'functionCallCount',
  'parameters',
  'tags',
  'flagged',
  'language',
  'environment',
  'watchers',
  'other',
  'seenAt',
] as const satisfies readonly (keyof ConversationRow)[];

export type RowField = (typeof FIELDS)[number];
/** Nothing may be missing: what changed of a field that has no bit would never be told. */
export const ROW_FIELDS: Exclude<keyof ConversationRow, RowField | 'id'> extends never ? typeof FIELDS : never = FIELDS;

/** What can be followed of a row: its fields, and what is read out of some of them. */
export const ROW_ASPECTS = [...ROW_FIELDS, 'mood', 'feeling', 'trend'] as const;
export type RowAspect = (typeof ROW_ASPECTS)[number];

/** A set of aspects as the bits of a number. */
export type AspectBits = number;

/** Everything of a row: it came, or it went. */
export const ALL_ASPECTS: AspectBits = -1;

const BITS = new Map<RowAspect, AspectBits>(ROW_ASPECTS.map((aspect, index) => [aspect, 1 << index]));

/** The bit of one aspect. */
export function aspectBit(aspect: RowAspect): AspectBits {
  return BITS.get(aspect) ?? 0;
}

/** The bits of several. */
export function aspectBits(aspects: Iterable<RowAspect>): AspectBits {
  let bits = 0;
  for (const aspect of aspects) bits |= aspectBit(aspect);
  return bits;
}

/** How the last turn felt, -1 to 1; 0 where nothing is known. */
export function moodOf(row: Pick<ConversationRow, 'sentimentTrend'>): number {
  return row.sentimentTrend.at(-1) ?? 0;
}

/** Mood in coarse steps: a small drift must not move a row. The aspect `mood`. */
export function moodStep(row: Pick<ConversationRow, 'sentimentTrend'>): number {
  return Math.round(moodOf(row) * 2);
}

/** The turns that the last one is compared with. */
const EARLIER_TURNS = 4;

/**
 * Where the sentiment is heading, in coarse steps: the last turn, and once more what it differs from the turns before.
 * So what is bad and gets worse comes before what is bad and gets better; 0 where nothing is known. The aspect `trend`.
 */
export function trendStep({ sentimentTrend }: Pick<ConversationRow, 'sentimentTrend'>): number {
  const end = sentimentTrend.length - 1;
  const last = sentimentTrend[end] ?? 0;
  if (end < 1) return Math.round(last * 2);
  const begin = Math.max(0, end - EARLIER_TURNS);
  let sum = 0;
  for (let at = begin; at < end; at += 1) sum += sentimentTrend[at] ?? 0;
  return Math.round((last + last - sum / (end - begin)) * 2);
}

/** The strongest feeling, the first of `topSentiments`; undefined where none is told. The aspect `feeling`. */
export function feelingOf(row: Pick<ConversationRow, 'sentiments'>): string | undefined {
  let strongest: string | undefined;
  let most = LEAST_SCORE;
  for (const { name, score } of row.sentiments) {
    if (score <= most) continue;
    most = score;
    strongest = name;
  }
  return strongest;
}
