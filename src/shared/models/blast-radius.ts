import type { Forecast, Overlap, ZoneForecast } from './dispatcher.ts';
import type { Failure } from './failure.ts';

/** A zone whose window closes while contacts are still to be called. */
export interface ClosingZone {
  readonly timeZone: string;
  readonly closesAt: number;
  readonly contacts: number;
  /** Contacts that the calls until then cannot reach. */
  readonly left: number;
}

/** When the last contact is called at this concurrency; `never` when the schedule or the horizon ends first. */
export type Finish =
  | { readonly at: number }
  | { readonly never: 'schedule-ends' | 'no-window' | 'too-far'; readonly left: number };

/** What the estimate assumes. */
export interface FinishAssumptions {
  /** Minutes that one call holds a line. */
  readonly callMinutes: number;
  /** From this campaign's own calls, or the console's assumption. */
  readonly callMinutesFrom: 'measured' | 'assumed';
  /** Calls per contact. */
  readonly callsPerContact: number;
  /** Lines that the campaign can have: its concurrency, or what the tenant's cap leaves. */
  readonly lines: number;
}

/** One part of the console's own count: how far it is, or why it cannot be had. */
export interface PartProgress {
  readonly read: number;
  readonly total?: number;
  readonly done: boolean;
  /** Reading was ended here: the figures are of what was read. */
  readonly cut?: boolean;
  readonly failure?: Failure;
}

/** What the console worked out from the contacts themselves. */
export interface OwnForecast {
  /** Contacts still to be called. */
  readonly contacts: number;
  readonly dialableNow: number;
  readonly byZone: readonly ZoneForecast[];
  readonly doNotCallHits?: number;
  readonly overlaps?: readonly Overlap[];
  readonly closingFirst: readonly ClosingZone[];
  readonly finish?: Finish;
  readonly assumptions: FinishAssumptions;
}

/** A figure in which the console and the instance differ. */
export interface ForecastDifference {
  readonly what: 'dialableNow' | 'doNotCallHits' | 'overlap' | 'zone' | 'finish';
  /** The zone or campaign that it is about. */
  readonly of?: string;
  readonly ours: number;
  readonly theirs: number;
}

/** What starting or resuming would do, as far as it is worked out. Each batch is the whole state. */
export interface BlastRadius {
  readonly campaignId: string;
  /** Epoch ms, the instance's clock. */
  readonly at: number;
  readonly done: boolean;
  readonly contacts: PartProgress;
  readonly doNotCall: PartProgress;
  readonly overlaps: PartProgress;
  readonly ours: OwnForecast;
  readonly theirs?: Forecast;
  readonly theirsFailure?: Failure;
  readonly differences: readonly ForecastDifference[];
}
