/**
 * The port between the dialer of a tenant and everything that serves it: campaigns, manifests, contacts, do-not-call.
 * Types only. Times are ISO-8601 UTC with milliseconds unless a name says otherwise.
 */
import type { ContactDesk, DoNotCallDesk } from './contact-port.ts';
import type { StreamSource } from './event-source.ts';
import type { ManifestDesk } from './manifest-port.ts';
import type { Actor, Page, PageStart, Result } from './outcome.ts';

export type * from './contact-port.ts';
export type * from './manifest-port.ts';

export type CampaignState =
  | 'draft'
  | 'scheduled'
  | 'running'
  | 'paused'
  | 'draining'
  | 'completed'
  | 'stopped'
  | 'failed';
export type DispatcherVerb = 'start' | 'pause' | 'resume' | 'stop';
/** What becomes of calls in progress when a campaign is stopped. */
export type CallsInProgress = 'finish' | 'hang-up';
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';
export type RetryCause = 'no-answer' | 'busy' | 'failed' | 'answering-machine';
export type AnsweringMachine = 'leave-message' | 'hang-up' | 'retry';

export interface CampaignSchedule {
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly days: readonly Weekday[];
  /** `HH:MM` on the contact's own clock; the end is exclusive and may be `24:00`. */
  readonly windowStart: string;
  readonly windowEnd: string;
  /** `YYYY-MM-DD`, by the contact's own calendar. */
  readonly holidays: readonly string[];
  readonly zone: 'contact';
  /** IANA name, for contacts whose own zone cannot be told. */
  readonly fallbackTimeZone: string;
}

export interface CampaignDraft {
  readonly name: string;
  readonly description?: string;
  readonly flowId: string;
  readonly pointOfContactId?: string;
  /** E.164. */
  readonly callerId: string;
  readonly schedule: CampaignSchedule;
  readonly concurrency: number;
  readonly maxAttempts: number;
  /** A cause that is left out is not tried again. */
  readonly retry: Readonly<Partial<Record<RetryCause, { readonly afterMinutes: number }>>>;
  readonly answeringMachine: AnsweringMachine;
  readonly requiredVariables: readonly string[];
}
/** `null` takes an optional value away. */
export type CampaignPatch = Partial<Omit<CampaignDraft, 'description' | 'pointOfContactId'>> & {
  readonly description?: string | null;
  readonly pointOfContactId?: string | null;
};

export interface CampaignProgress {
  readonly total: number;
  /** Still to be called, those that wait for a retry or a set time included. */
  readonly pending: number;
  readonly dialing: number;
  readonly inCall: number;
  readonly done: number;
  readonly skipped: number;
  readonly unreachable: number;
  readonly doNotCall: number;
}

export interface CampaignSummary {
  readonly campaignId: string;
  readonly revision: number;
  readonly state: CampaignState;
  readonly archived: boolean;
  readonly name: string;
  readonly description?: string;
  readonly flowId: string;
  readonly pointOfContactId?: string;
  readonly callerId: string;
  readonly schedule: CampaignSchedule;
  readonly concurrency: number;
  readonly maxAttempts: number;
  readonly answeringMachine: AnsweringMachine;
  readonly createdAt: string;
  readonly createdBy: Actor;
  readonly updatedAt: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly failure?: { readonly code: string; readonly message: string; readonly at: string };
  readonly progress: CampaignProgress;
  /** How many attempts ended with which disposition. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly attempts: number;
  /** Calls begun a minute, over the last two minutes. */
  readonly callsPerMinute: number;
  readonly cost?: { readonly amount: number; readonly currency: string };
  readonly estimatedEndAt?: string;
  readonly legalVerbs: readonly DispatcherVerb[];
}

export interface Campaign extends CampaignSummary {
  readonly retry: CampaignDraft['retry'];
  readonly requiredVariables: readonly string[];
  readonly nextWindowCloses: readonly {
    readonly timeZone: string;
    readonly closesAt: string;
    readonly contacts: number;
  }[];
  /** Names of the fields that may be changed in the present state. */
  readonly editable: readonly string[];
}

export interface Dispatcher {
  readonly campaignId: string;
  readonly state: CampaignState;
  readonly revision: number;
  readonly legalVerbs: readonly DispatcherVerb[];
  readonly concurrency: number;
  readonly callsInProgress: number;
  /** Contacts whose turn it is and who wait for a line of the tenant. */
  readonly queued: number;
  /** Who holds a line of this campaign, oldest first, at most 50. */
  readonly leased: readonly {
    readonly contactId: string;
    readonly since: string;
    readonly state: 'dialing' | 'in-call' | 'unreported';
  }[];
  /** Calls whose outcome never came back; they hold their lines. Counted in `callsInProgress` too. */
  readonly unreported: number;
  readonly lastMovementAt: string;
  readonly pausedBy?: Actor & { readonly at: string; readonly reason?: string };
  /** Outbound lines of the tenant, and how many all of its campaigns hold. */
  readonly tenantCap: number;
  readonly tenantInUse: number;
}

export interface Forecast {
  readonly at: string;
  readonly dialableNow: number;
  readonly byZone: readonly {
    readonly timeZone: string;
    /** Still to be called. */
    readonly contacts: number;
    readonly dialableNow: number;
    /** When its window next opens; only while it is closed. */
    readonly opensAt?: string;
    /** When its window closes; only while it is open and not round the clock. */
    readonly closesAt?: string;
  }[];
  readonly doNotCallHits: number;
  /** Other campaigns that have not ended and are still to call some of the same numbers. */
  readonly overlaps: readonly { readonly campaignId: string; readonly name: string; readonly contacts: number }[];
  readonly estimatedEndAt?: string;
}

export interface CampaignFilter {
  readonly status?: readonly CampaignState[];
  readonly text?: string;
  readonly archived?: boolean;
}
export interface VerbOptions {
  readonly expectedRevision?: number;
  readonly callsInProgress?: CallsInProgress;
  readonly reason?: string;
}
/** What telemetry reads of one campaign that has not ended. */
export interface CampaignSpeed {
  readonly campaignId: string;
  readonly name: string;
  readonly state: CampaignState;
  readonly callsPerMinute: number;
  readonly callsInProgress: number;
  readonly queued: number;
  readonly unreported: number;
}
/** The tenant's outbound lines. */
export interface VoiceLines {
  readonly cap: number;
  readonly inUse: number;
  /** Contacts of all campaigns whose turn it is and who wait for a line. */
  readonly queued: number;
}

/** A campaign has changed: its settings, its state, or how far it has come. Told at most once a second each. */
export interface CampaignEvent {
  readonly type: 'campaign.updated';
  /** Of this stream alone, gapless, 1 for the first. */
  readonly sequence: number;
  readonly at: string;
  readonly campaignId: string;
  readonly revision: number;
  readonly campaign: CampaignSummary;
}

/** Everything about a tenant's outbound campaigns. */
export interface CampaignDesk {
  readonly stream: StreamSource<CampaignEvent>;
  readonly voice: VoiceLines;
  speeds(): readonly CampaignSpeed[];
  /** Newest first. */
  list(filter: CampaignFilter, start: PageStart, limit: number): Result<Page<CampaignSummary>>;
  get(campaignId: string): Result<Campaign>;
  create(draft: CampaignDraft, actor: Actor): Result<Campaign>;
  update(campaignId: string, patch: CampaignPatch, expectedRevision: number | undefined): Result<Campaign>;
  duplicate(campaignId: string, name: string | undefined, actor: Actor): Result<Campaign>;
  archive(campaignId: string): Result<true>;
  dispatcher(campaignId: string): Result<Dispatcher>;
  drive(campaignId: string, verb: DispatcherVerb, options: VerbOptions, actor: Actor): Result<Dispatcher>;
  forecast(campaignId: string): Result<Forecast>;
  readonly manifests: ManifestDesk;
  readonly contacts: ContactDesk;
  readonly doNotCall: DoNotCallDesk;
  /** Scripted misfortune: the platform gives the campaign up. */
  fail(campaignId: string, message: string): Result<Dispatcher>;
  /** Scripted misfortune: so many of its calls, those in progress first, never report back. */
  loseCalls(campaignId: string, count: number): Result<Dispatcher>;
  /** The end of it: the outcomes of all lost calls arrive after all, as `failed`. */
  reportCalls(campaignId: string): Result<Dispatcher>;
}
