import type { ColumnUse } from '../../../../shared/models/manifest-columns.ts';
import type { ManifestDelimiter, ManifestEncoding, Reading } from '../../../../shared/models/manifest-file.ts';
import type { RowReason, VerdictCounts } from '../../../../shared/models/manifest-reasons.ts';

/** A file and what must come of it. */
export interface NastyManifest {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** The four counts, or why it is refused. */
  readonly expect: VerdictCounts | { readonly refused: string };
  readonly reasons?: Readonly<Partial<Record<RowReason, number>>>;
  /** Variables that the campaign needs. */
  readonly required?: readonly string[];
  /** Instead of what is guessed. */
  readonly uses?: readonly ColumnUse[];
  readonly reading?: Reading;
  readonly encoding?: ManifestEncoding;
  readonly delimiter?: ManifestDelimiter;
  readonly headerRow?: number;
}

export const counts = (some: Partial<VerdictCounts>): VerdictCounts => ({
  accepted: 0,
  duplicate: 0,
  invalid: 0,
  empty: 0,
  ...some,
});
export const accepts = (accepted: number): VerdictCounts => counts({ accepted });
export const refuses = (refused: string): { readonly refused: string } => ({ refused });

/** The nth of ten thousand numbers that can be dialled, in Toronto. */
export const dialable = (nth: number): string => `+1416555${String(nth).padStart(4, '0')}`;

export const repeat = (times: number, line: (nth: number) => string): string =>
  Array.from({ length: times }, (_, nth) => line(nth)).join('');
