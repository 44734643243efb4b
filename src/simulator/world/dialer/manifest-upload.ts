import { createHash, type Hash } from 'node:crypto';
import type { ManifestCounts, ManifestMode, ManifestState, ManifestUpload } from '../campaign-port.ts';
import { isoTime } from '../iso-time.ts';
import type { Actor } from '../outcome.ts';
import { optionalTime } from './optional-time.ts';
import { RowErrors } from './row-errors.ts';

export const chunkBytes = 1024 * 1024;
export const mostFileBytes = 256 * 1024 * 1024;
/** How long an upload that does not go on is kept, and how long an import can be taken back. */
export const keptMs = 24 * 3_600_000;

/** Takes a received manifest into its campaign, some rows at a time. */
export interface ManifestJob {
  /** How many rows have been read. */
  readonly rows: number;
  /** Reads on by so many rows. @returns whether it is done */
  run(rows: number): boolean;
  /** Why the whole file is rejected, once it is. */
  readonly rejection: { readonly code: string; readonly message: string } | undefined;
  readonly counts: { rows: number; accepted: number; duplicate: number; invalid: number; empty: number };
}

/** A manifest on its way into a campaign, or what is left of it. Times are epoch milliseconds. */
export interface UploadRecord {
  readonly id: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256: string | undefined;
  readonly mode: ManifestMode;
  /** The header that was announced; undefined takes the file's own. */
  readonly columns: readonly string[] | undefined;
  readonly createdAt: number;
  readonly createdBy: Actor;
  expiresAt: number;
  /** The whole file's room from the start; only what has come takes memory. Empty once it is not needed any more. */
  file: Buffer;
  readonly hash: Hash;
  received: number;
  state: ManifestState;
  job: ManifestJob | undefined;
  completedAt: number | undefined;
  counts: ManifestCounts | undefined;
  rejection: { readonly code: string; readonly message: string } | undefined;
  reversibleUntil: number | undefined;
  readonly errors: RowErrors;
  header: readonly string[];
  /** Its number among the sources of the campaign's contacts; 0 before any was taken in. */
  source: number;
  /** Places of contacts that a `replace` took away. */
  replaced: readonly number[];
  /** Those of them that were skipped. */
  readonly replacedSkipped: Set<number>;
}

export type NewUpload = Pick<UploadRecord, 'id' | 'fileName' | 'sizeBytes' | 'sha256' | 'mode' | 'columns'>;

export function createUpload(input: NewUpload, by: Actor, now: number): UploadRecord {
  return {
    ...input,
    createdAt: now,
    createdBy: { id: by.id, name: by.name },
    expiresAt: now + keptMs,
    file: Buffer.alloc(input.sizeBytes),
    hash: createHash('sha256'),
    received: 0,
    state: 'receiving',
    job: undefined,
    completedAt: undefined,
    counts: undefined,
    rejection: undefined,
    reversibleUntil: undefined,
    errors: new RowErrors(),
    header: [],
    source: 0,
    replaced: [],
    replacedSkipped: new Set(),
  };
}

/**
 * Takes bytes into an upload: those that go on where it stands, and those it has already, if they are the same.
 *
 * @returns whether they fit
 */
export function receive(upload: UploadRecord, offset: number, bytes: Uint8Array): boolean {
  const end = offset + bytes.length;
  if (offset > upload.received || end > upload.sizeBytes) return false;
  const known = bytes.subarray(0, Math.min(upload.received, end) - offset);
  if (upload.file.compare(known, 0, known.length, offset, offset + known.length) !== 0) return false;
  const fresh = bytes.subarray(known.length);
  upload.file.set(fresh, upload.received);
  upload.hash.update(fresh);
  upload.received += fresh.length;
  return true;
}

/** An upload as the API shows it. */
export function showUpload(campaignId: string, upload: UploadRecord, now: number): ManifestUpload {
  const { counts, rejection, job } = upload;
  const reversible = upload.reversibleUntil !== undefined && upload.reversibleUntil > now;
  return {
    uploadId: upload.id,
    campaignId,
    fileName: upload.fileName,
    sizeBytes: upload.sizeBytes,
    receivedBytes: upload.received,
    chunkBytes,
    mode: upload.mode,
    state: upload.state,
    createdAt: isoTime(upload.createdAt),
    createdBy: upload.createdBy,
    ...optionalTime('expiresAt', upload.state === 'receiving' ? upload.expiresAt : undefined),
    ...optionalTime('completedAt', upload.completedAt),
    ...(job !== undefined && { processedRows: job.rows }),
    ...(counts && { counts }),
    ...(rejection && { rejection }),
    ...optionalTime('reversibleUntil', reversible ? upload.reversibleUntil : undefined),
  };
}
