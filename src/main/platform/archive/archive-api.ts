import type { ArchivedTranscript, ArchivePage, ArchiveQuery, TranscriptView } from '../../../shared/models/archive.ts';
import type { Conversation, Tag } from '../../../shared/models/conversation.ts';
import type { OperationId } from '../../../shared/models/operation.ts';

export interface ArchivePageAsked {
  /** `next` of the page before; absent for the first. */
  readonly next?: string;
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** A recording as it came: bytes and their media type. */
export interface Recording {
  readonly bytes: Uint8Array;
  readonly type: string;
}

/**
 * All that the console can ask of one tenant's archive. Failures as those of `TenantApi`; a filter that the instance has
 * no place for is `unavailable`, reason `unfillable-parameter` or `unfillable-body`, with its name in `detail.field`.
 */
export interface ArchiveApi {
  readonly tenant: string;
  can(operation: OperationId): boolean;
  /** Lists when there is no text, searches when there is. A cursor that the instance forgot is `not-found`, `cursor-expired`; a regular expression is `unavailable`, `pattern-needs-desk`. */
  search(query: ArchiveQuery, page?: ArchivePageAsked): Promise<ArchivePage>;
  get(id: string, signal?: AbortSignal): Promise<ArchivedTranscript>;
  readable(id: string, signal?: AbortSignal): Promise<string>;
  /** @param expectedRevision what the caller saw; sent where the instance takes it. */
  setTags(id: string, tags: readonly Tag[], expectedRevision?: number): Promise<Conversation | undefined>;
  flag(id: string, flagged: boolean, expectedRevision?: number): Promise<Conversation | undefined>;
  report(id: string, reason: string, note?: string): Promise<Conversation | undefined>;
  recording(id: string, signal?: AbortSignal): Promise<Recording>;
  recordView(id: string): Promise<void>;
  views(id: string): Promise<readonly TranscriptView[]>;
  /** The contact's conversations as the instance threads them, newest first. */
  history(id: string, page?: ArchivePageAsked): Promise<ArchivePage>;
  /** Names of the parameters that thread a contact's history. */
  journeyParameters(): Promise<readonly string[]>;
}
