import type { RowReason } from './manifest-reasons.ts';

/** Which rows are asked for. */
export interface RowFilter {
  /** Those counted by it; without it all that are not accepted. */
  readonly reason?: string | undefined;
  /** Leaves out rows that were put aside as seen. */
  readonly open: boolean;
}

/** One row of the file as a list shows it. */
export interface ManifestRow {
  /** From 0, contacts only. */
  readonly row: number;
  /** As a spreadsheet counts it. */
  readonly rowNumber: number;
  readonly reason: RowReason;
  /** The cell that is wrong, or the number; cut where it is long. */
  readonly value: string;
  /** The column that `value` is from. */
  readonly column?: number;
  /** What the cell was probably meant to hold. */
  readonly suggestion?: string;
  /** Rows with the same mistake, this one among them; what `repair` or `replace` would put right. */
  readonly alike?: number;
  /** Row, as a spreadsheet counts it, that has the same number. */
  readonly twin?: number;
  /** The other campaign that has the number. */
  readonly campaign?: string;
  /** Who put the number on the do-not-call list, and when (epoch ms). */
  readonly barred?: BarredFacts;
  /** Most characters of the cell. */
  readonly limit?: number;
  readonly edited: boolean;
  /** Put aside as seen. */
  readonly settled: boolean;
}

export interface BarredFacts {
  readonly addedAt?: number;
  readonly addedBy?: string;
  readonly reason?: string;
}

export interface ManifestRowPage {
  /** Rows that were known with another epoch may have changed. */
  readonly epoch: number;
  /** All rows that pass the filter. */
  readonly total: number;
  readonly rows: readonly ManifestRow[];
}

/** One row with all its cells. */
export interface ManifestRowDetail extends ManifestRow {
  readonly cells: readonly {
    readonly column: number;
    readonly value: string;
    readonly problems: readonly { readonly kind: RowReason; readonly suggestion?: string }[];
  }[];
}
