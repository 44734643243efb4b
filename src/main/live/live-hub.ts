import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { RowsBatch, TranscriptBatch } from '../../shared/ipc/live-batches.ts';
import type { ConversationRow, Handler } from '../../shared/models/conversation.ts';
import type { HubStatus } from '../../shared/models/freshness.ts';
import type { FetchedTranscript, TenantApi } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import type { AwayBook } from './away-book.ts';
import type { HubLimits } from './limits.ts';
import type { NetworkEvents, PowerEvents } from './ports.ts';
import type { Sight } from './sight-cursor.ts';

export interface LiveHubDeps {
  readonly api: TenantApi;
  readonly clock: Clock;
  /** Uniform in 0..1; for jitter. */
  readonly random: () => number;
  readonly log: Log;
  readonly power?: PowerEvents;
  readonly network?: NetworkEvents;
  readonly limits?: Partial<HubLimits>;
  /** Where what mattered during an absence is noted. */
  readonly away?: AwayBook;
  /** Whether a handler is the signed-in operator. */
  readonly isMine?: (handler: Handler) => boolean;
}

/** The live data of one tenant, whatever the number of windows: one stream, one set of rows, the open transcripts. */
export interface LiveHub {
  readonly tenant: string;
  start(): void;
  /** Ends the connection and every timer. The hub is not used again. */
  stop(): void;
  status(): HubStatus;
  rows(): readonly ConversationRow[];
  row(id: string): ConversationRow | undefined;
  /** Reads one transcript from the instance and lets the rows learn from it. Throws as `TenantApi.getTranscript`. */
  read(id: string): Promise<FetchedTranscript>;
  /** Takes a snapshot now and reads the open transcripts again. Throws FailureError when that fails. */
  refresh(): Promise<void>;
  /** @param view name of a view that tells by `look` what it needs; without it everything is told. */
  openRows(changed: () => void, view?: string): StreamSource<RowsBatch>;
  look(view: string, sight: Sight): void;
  openTranscript(id: string, changed: () => void): StreamSource<TranscriptBatch>;
  openStatus(changed: () => void): StreamSource<HubStatus>;
}
