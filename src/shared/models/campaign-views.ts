import type { Campaign, CampaignSummary } from './campaign.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { Failure } from './failure.ts';
import type { Stuck, Waiting } from './stuck.ts';

/** How fresh something is that is read again and again. */
export interface Freshness {
  /** Epoch ms, this machine's clock: when it was last read; absent before the first time. */
  readonly seenAt?: number;
  /** Milliseconds between two readings while all is well. */
  readonly everyMs: number;
  /** Why the last reading failed; what was read before stays. */
  readonly failure?: Failure;
  /** Epoch ms, this machine's clock: when it is tried again after a failure. */
  readonly retryAt?: number;
  /** Server clock minus this machine's, ms, where known. */
  readonly skewMs?: number;
}

/** All campaigns of a tenant. Each batch is the whole state. */
export interface CampaignsView extends Freshness {
  readonly campaigns: readonly CampaignSummary[];
}

/** How a campaign moved, as the console saw it: one point a reading. */
export interface PacePoint {
  /** Epoch ms, this machine's clock. */
  readonly at: number;
  readonly attempts: number;
  readonly inCall: number;
  /** As the instance tells it. */
  readonly callsPerMinute?: number;
  /** Nobody looked for a while before this point. */
  readonly gap?: boolean;
}

/** One campaign with its dispatcher. Each batch is the whole state. */
export interface CampaignDetailView extends Freshness {
  readonly campaign?: Campaign;
  readonly dispatcher?: Dispatcher;
  /** Why the dispatcher could not be read although the campaign could. */
  readonly dispatcherFailure?: Failure;
  readonly stuck?: Stuck;
  readonly waiting?: Waiting;
  /** Oldest first, the further back the coarser; of this run of the console. */
  readonly pace: readonly PacePoint[];
}
