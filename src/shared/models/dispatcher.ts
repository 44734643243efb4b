/** What a dispatcher can be told. */
export const DISPATCHER_VERBS = ['start', 'pause', 'resume', 'stop'] as const;
export type DispatcherVerb = (typeof DISPATCHER_VERBS)[number];

/** What stopping does to calls in progress. */
export type CallsInProgress = 'finish' | 'hang-up';

/** A contact that the dispatcher holds, oldest first in the list. */
export interface Lease {
  readonly contactId: string;
  /** Epoch ms. */
  readonly since?: number;
  /** `dialing`, `in-call`, `unreported` (the call never reported back), or the instance's own word. */
  readonly state: string;
}

/** The dispatcher of one campaign as the instance tells it. */
export interface Dispatcher {
  readonly campaignId: string;
  /** One of `CAMPAIGN_STATES`, or the instance's own word. */
  readonly state: string;
  readonly revision?: number;
  /** Verbs it takes now; absent where the instance says nothing. */
  readonly legalVerbs?: readonly string[];
  readonly concurrency?: number;
  readonly callsInProgress?: number;
  readonly queued?: number;
  readonly leased: readonly Lease[];
  /** Calls that never reported back and hold capacity. */
  readonly unreported?: number;
  readonly lastMovementAt?: number;
  /** Who paused it, where the instance tells. */
  readonly pausedBy?: string;
  readonly tenantCap?: number;
  readonly tenantInUse?: number;
}

/** Contacts of one zone: how many are still to be called, how many may be called now, and when that changes. */
export interface ZoneForecast {
  readonly timeZone: string;
  readonly contacts: number;
  readonly dialableNow: number;
  readonly opensAt?: number;
  readonly closesAt?: number;
}

export interface Overlap {
  readonly campaignId: string;
  readonly name: string;
  readonly contacts: number;
}

/** What starting or resuming would do, as the instance works it out. */
export interface Forecast {
  readonly dialableNow?: number;
  readonly byZone: readonly ZoneForecast[];
  readonly doNotCallHits?: number;
  readonly overlaps: readonly Overlap[];
  readonly estimatedEndAt?: number;
  readonly at?: number;
}
