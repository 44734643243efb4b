/** The four counts that add up to the rows of the file. */
export const VERDICTS = ['accepted', 'duplicate', 'invalid', 'empty'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a row is what it is, and what it counts as. The order is the order in which lists show them. */
const verdictOf = {
  accepted: 'accepted',
  'do-not-call': 'invalid',
  'number-too-short': 'invalid',
  'number-too-long': 'invalid',
  'number-unassigned': 'invalid',
  'number-unknown-country': 'invalid',
  'number-without-plus': 'invalid',
  'number-scientific': 'invalid',
  'number-digits-lost': 'invalid',
  'number-with-extension': 'invalid',
  'number-several': 'invalid',
  'not-a-number': 'invalid',
  'formula-cell': 'invalid',
  'cell-too-long': 'invalid',
  'zone-unknown': 'invalid',
  'variable-missing': 'invalid',
  'too-few-cells': 'invalid',
  'too-many-cells': 'invalid',
  'quote-not-closed': 'invalid',
  'control-characters': 'invalid',
  'broken-characters': 'invalid',
  'row-limit': 'invalid',
  'left-out': 'invalid',
  'duplicate-in-file': 'duplicate',
  'duplicate-in-campaign': 'duplicate',
  'duplicate-elsewhere': 'duplicate',
  'no-number': 'empty',
  'blank-row': 'empty',
} as const satisfies Record<string, Verdict>;

export type RowReason = keyof typeof verdictOf;

/** Every reason; its place in this list is the number it is kept as in memory. */
export const ROW_REASONS = Object.keys(verdictOf) as readonly RowReason[];

/** What a row with this reason counts as. */
export const verdictOfReason = (reason: RowReason): Verdict => verdictOf[reason];

export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** The four counts out of the rows of each reason. */
export function countsOf(reasons: Readonly<Partial<Record<RowReason, number>>>): VerdictCounts {
  const counts = { accepted: 0, duplicate: 0, invalid: 0, empty: 0 };
  for (const reason of ROW_REASONS) counts[verdictOf[reason]] += reasons[reason] ?? 0;
  return counts;
}
