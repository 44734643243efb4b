import type { RowReason } from './manifest-reasons.ts';

/** Where a check stands. */
export interface CheckSummary {
  /** False while rows are still being read. */
  readonly finished: boolean;
  /** Rows with a verdict so far; all rows of the file once finished. */
  readonly rows: number;
  /** Share of the file that is read, 0 to 1. */
  readonly share: number;
  /** Rows by reason, `accepted` among them; they add up to `rows`. */
  readonly reasons: Readonly<Partial<Record<RowReason, number>>>;
  /** The same without rows that were put aside as seen, once finished. */
  readonly open: Readonly<Partial<Record<RowReason, number>>>;
  /** Changes when rows that had a verdict may have got another. */
  readonly epoch: number;
  /** Fixes that are in force. */
  readonly fixes: number;
  readonly canRedo: boolean;
}

/** Accepted contacts by time zone, the most first; without a zone: those whose number leaves it open. */
export interface ZoneCount {
  readonly timeZone?: string;
  readonly rows: number;
}

/** What would be uploaded against what was uploaded before. */
export interface ManifestDiff {
  /** `upload`: the last one from this machine, `platform`: the contacts that the campaign has (numbers only). */
  readonly against: 'upload' | 'platform';
  /** Numbers there were. */
  readonly before: number;
  readonly added: number;
  readonly removed: number;
  /** The same number with other values; not told against the platform. */
  readonly changed: number;
  readonly same: number;
}

export const DIFF_KINDS = ['added', 'changed', 'removed'] as const;
export type DiffKind = (typeof DIFF_KINDS)[number];

export interface DiffRow {
  /** E.164. */
  readonly phone: string;
  /** As a spreadsheet counts it; absent for removed ones. */
  readonly rowNumber?: number;
  readonly name?: string;
}
