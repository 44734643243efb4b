/** Manifests of campaigns, as part of the port of the dialer. Types only. */
import type { Actor, Page, PageStart, Result } from './outcome.ts';

export type ManifestMode = 'append' | 'replace';
export type ManifestState =
  | 'receiving'
  | 'processing'
  | 'accepted'
  | 'partially-accepted'
  | 'rejected'
  | 'cancelled'
  | 'reversed';

/** `accepted + duplicate + invalid + empty` is `rows`; `doNotCall` are those of the accepted that will not be called. */
export interface ManifestCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly invalid: number;
  readonly empty: number;
  readonly doNotCall: number;
}

export interface ManifestUpload {
  readonly uploadId: string;
  readonly campaignId: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly receivedBytes: number;
  /** At most so many bytes a chunk. */
  readonly chunkBytes: number;
  readonly mode: ManifestMode;
  readonly state: ManifestState;
  readonly createdAt: string;
  readonly createdBy: Actor;
  /** Until when more bytes are taken; only while it is being received. */
  readonly expiresAt?: string;
  /** When the job was done. */
  readonly completedAt?: string;
  /** While the job runs: how many rows it has read. */
  readonly processedRows?: number;
  readonly counts?: ManifestCounts;
  /** Why the whole file was rejected. */
  readonly rejection?: { readonly code: string; readonly message: string };
  readonly reversibleUntil?: string;
}

export interface NewManifest {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly sha256?: string;
  readonly mode: ManifestMode;
  readonly columns: readonly string[];
}

export type RowErrorKind = 'duplicate' | 'invalid' | 'empty';
export interface ManifestRowError {
  /** Data row, 1 for the first after the header. */
  readonly row: number;
  readonly kind: RowErrorKind;
  readonly code: string;
  readonly message: string;
  readonly column?: string;
  /** What stood there, masked but for its last two characters. */
  readonly value?: string;
}

export interface ManifestDesk {
  create(campaignId: string, input: NewManifest, actor: Actor): Result<ManifestUpload>;
  /** Takes a whole file at once and begins the job; its header is taken as it is. */
  take(
    campaignId: string,
    input: { readonly fileName: string; readonly mode: ManifestMode; readonly bytes: Uint8Array },
    actor: Actor,
  ): Result<ManifestUpload>;
  /** Takes bytes that go on where the upload stands, or that it has already. */
  putChunk(campaignId: string, uploadId: string, offset: number, bytes: Uint8Array): Result<{ receivedBytes: number }>;
  get(campaignId: string, uploadId: string): Result<ManifestUpload>;
  complete(campaignId: string, uploadId: string): Result<ManifestUpload>;
  /** Ends an upload that is being received, or takes back what it brought. */
  cancel(campaignId: string, uploadId: string): Result<ManifestUpload>;
  list(campaignId: string, start: PageStart, limit: number): Result<Page<ManifestUpload>>;
  errors(campaignId: string, uploadId: string, start: PageStart, limit: number): Result<Page<ManifestRowError>>;
}
