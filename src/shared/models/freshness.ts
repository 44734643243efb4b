/** Where a tenant's live data stands. Always visible; a view is never silently stale. */
export type HubState = 'connecting' | 'live' | 'catching-up' | 'reconnecting' | 'polling' | 'offline' | 'stopped';

export interface HubStatus {
  readonly tenant: string;
  readonly state: HubState;
  /** Epoch ms, this machine's clock: since when `state` holds. */
  readonly since: number;
  /** Last event or heartbeat from the instance (epoch ms, this machine's clock). */
  readonly lastHeardAt?: number;
  /** When the next attempt will be made, while reconnecting. */
  readonly retryAt?: number;
  /** Why it is not live, as an error code of the envelope and a plain detail. */
  readonly problem?: { readonly code: string; readonly message: string };
  readonly counters: HubCounters;
  /** Server clock minus this machine's clock, ms, where a response carried a date. */
  readonly clockSkew?: number;
}

/** How a tenant's live data stood at one moment, for export. Nothing personal in it. */
export interface HubReport {
  /** Epoch ms, this machine's clock. */
  readonly at: number;
  readonly status: HubStatus;
  /** Conversations known, and items on the away list. */
  readonly rows: number;
  readonly away: number;
  /** From an event's arrival to its paint, ms, over the newest samples of all windows; absent: no window painted yet. */
  readonly paint?: { readonly samples: number; readonly p50: number; readonly p95: number; readonly max: number };
}

export interface HubCounters {
  readonly events: number;
  readonly eventsPerSecond: number;
  readonly gaps: number;
  readonly resyncs: number;
  readonly duplicates: number;
  readonly malformed: number;
  readonly unknownEvents: number;
  readonly dropped: number;
}

export const NO_COUNTERS: HubCounters = {
  events: 0,
  eventsPerSecond: 0,
  gaps: 0,
  resyncs: 0,
  duplicates: 0,
  malformed: 0,
  unknownEvents: 0,
  dropped: 0,
};
