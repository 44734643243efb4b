/**
 * Rows of a manifest by verdict: accepted, duplicate, invalid and empty add up to all data rows (`rows`); `doNotCall` says
 * how many of the accepted will not be called.
 */
export interface ManifestCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly invalid: number;
  readonly empty: number;
  readonly doNotCall: number;
}

/** One manifest as the instance has it. */
export interface ManifestUpload {
  readonly uploadId: string;
  readonly campaignId?: string;
  readonly fileName?: string;
  readonly sizeBytes?: number;
  readonly receivedBytes: number;
  /** Largest chunk that the instance takes, where it says so. */
  readonly chunkBytes?: number;
  readonly mode?: string;
  /** `receiving`, `processing`, `accepted`, `partially-accepted`, `rejected`, `cancelled`, `reversed`, or the instance's own word. */
  readonly state: string;
  /** Epoch ms. */
  readonly createdAt?: number;
  readonly createdBy?: string;
  readonly completedAt?: number;
  readonly expiresAt?: number;
  readonly counts?: ManifestCounts;
  /** Rows worked through so far, while the instance processes the file. */
  readonly processedRows?: number;
  /** Why the file as a whole was refused. */
  readonly rejection?: { readonly code: string; readonly message?: string };
  /** Until then a cancellation takes the contacts out again that were not yet called. */
  readonly reversibleUntil?: number;
}

/** What an upload begins with. */
export interface ManifestUploadStart {
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256?: string;
  readonly mode: 'append' | 'replace';
  readonly columns: readonly string[];
}

/** One row that the instance did not take. */
export interface ManifestRowError {
  /** Data row, from 1. */
  readonly row: number;
  readonly column?: string;
  readonly code: string;
  /** `duplicate`, `invalid`, `empty`, or the instance's own word, where it tells. */
  readonly kind?: string;
  readonly message?: string;
  /** The value as the instance sends it (it may be masked). */
  readonly value?: string;
}
