import type { Failure } from './failure.ts';
import type { VerdictCounts } from './manifest-reasons.ts';
import type { ManifestCounts } from './manifest-upload.ts';

export const IMPORT_MODES = ['append', 'replace'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/**
 * `waiting`: the instance or the network asked for patience, it goes on by itself; `paused` by the operator; `interrupted`: it
 * needs the operator to go on; `processing`: all bytes are there and the instance takes them in.
 */
export type UploadPhase = 'sending' | 'waiting' | 'paused' | 'interrupted' | 'processing';

/** An upload that has not come to its end. */
export interface UploadView {
  readonly id: string;
  readonly fileName: string;
  readonly mode: ImportMode;
  /** Contacts that are sent. */
  readonly rows: number;
  readonly bytes: number;
  readonly sentBytes: number;
  readonly phase: UploadPhase;
  /** Rows that the instance has taken in so far, where it tells. */
  readonly processedRows?: number;
  /** Epoch ms: when a waiting upload tries again. */
  readonly retryAt?: number;
  readonly failure?: Failure;
  /** Epoch ms. */
  readonly begunAt: number;
}

/** What became of an upload, row by row where the instance told. */
export interface ReceiptView {
  readonly id: string;
  readonly uploadId: string;
  readonly fileName: string;
  readonly mode: ImportMode;
  /** Epoch ms. */
  readonly begunAt: number;
  readonly finishedAt: number;
  readonly by?: string;
  /** Of what was sent. */
  readonly bytes: number;
  readonly sha256: string;
  /** Contacts that were sent. */
  readonly rows: number;
  /** The console's verdicts on the rows of the file. */
  readonly ours: VerdictCounts;
  /** As the instance names it: accepted, partially-accepted, rejected, reversed, … */
  readonly state: string;
  readonly theirs?: ManifestCounts;
  readonly rejection?: { readonly code: string; readonly message?: string };
  /** Rows that the instance named as not taken. */
  readonly refused: number;
  /** Rows that it neither took nor named. */
  readonly unexplained: number;
  /** Epoch ms, the instance's clock. */
  readonly reversibleUntil?: number;
  /** Whether what was sent is known here, so that the next manifest can be compared with it. */
  readonly comparable: boolean;
}

/** A row that the console found right and the instance did not take. */
export interface RefusedRow {
  /** Of the operator's file, as a spreadsheet counts. */
  readonly rowNumber: number;
  /** E.164. */
  readonly phone: string;
  readonly code: string;
  readonly column?: string;
  readonly message?: string;
}
