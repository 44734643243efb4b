/**
 * The port between the dialer of a tenant and everything that serves it: campaigns, manifests, contacts, do-not-call.
 * Types only. Times are ISO-8601 UTC with milliseconds unless a name says otherwise.
 */
import type { Actor, Page, Result } from './outcome.ts';

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

export type ContactState =
  | 'pending'
  | 'dialing'
  | 'in-call'
  | 'waiting-retry'
  | 'scheduled'
  | 'done'
  | 'skipped'
  | 'unreachable'
  | 'do-not-call';

export interface NewContact {
  readonly phone: string;
  readonly externalId?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly language?: string;
  readonly timeZone?: string;
  readonly variables: Readonly<Record<string, string>>;
}
export interface CampaignContact extends Omit<NewContact, 'timeZone'> {
  readonly contactId: string;
  readonly campaignId: string;
  /** Data row of the manifest it came with. */
  readonly row?: number;
  readonly uploadId?: string;
  readonly timeZone: string;
  readonly state: ContactState;
  readonly attempts: number;
  readonly lastAttemptAt?: string;
  readonly nextAttemptAt?: string;
  /** Of the latest attempt that came to an end. */
  readonly disposition?: string;
  /** Conversation of the latest attempt. */
  readonly transcriptId?: string;
}
export interface Attempt {
  /** 1 for the first. */
  readonly attempt: number;
  readonly at: string;
  readonly endedAt?: string;
  readonly disposition?: string;
  readonly transcriptId?: string;
  readonly durationSeconds?: number;
  readonly unreported?: boolean;
}
export type NotCalledCode =
  | 'outside-window'
  | 'day-off'
  | 'holiday'
  | 'do-not-call'
  | 'paused'
  | 'queue'
  | 'concurrency'
  | 'retry-wait'
  | 'max-attempts'
  | 'skipped'
  | 'draft'
  | 'not-started'
  | 'campaign-ended';
export interface ContactDetail extends CampaignContact {
  /** The attempts one by one, oldest first. */
  readonly attemptHistory: readonly Attempt[];
  /** Why it is not being called at this moment; absent for one who is in a call or was reached. */
  readonly notCalledBecause?: { readonly code: NotCalledCode; readonly until?: string };
}
export interface ContactFilter {
  readonly state?: readonly ContactState[];
  readonly disposition?: readonly string[];
  /** Part of the number, name or external id. */
  readonly text?: string;
  readonly zone?: string;
}

export interface DncEntry {
  readonly entryId: string;
  readonly phone: string;
  readonly reason?: string;
  readonly source: 'operator' | 'import' | 'unsubscribed';
  readonly addedAt: string;
  readonly addedBy: Actor;
  readonly expiresAt?: string;
}
export interface DncImport {
  readonly added: number;
  readonly alreadyThere: number;
  readonly invalid: readonly { readonly index: number; readonly code: string }[];
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
  list(campaignId: string, cursor: string | undefined, limit: number): Result<Page<ManifestUpload>>;
  errors(
    campaignId: string,
    uploadId: string,
    cursor: string | undefined,
    limit: number,
  ): Result<Page<ManifestRowError>>;
}
export interface ContactDesk {
  list(
    campaignId: string,
    filter: ContactFilter,
    cursor: string | undefined,
    limit: number,
  ): Result<Page<CampaignContact>>;
  get(campaignId: string, contactId: string): Result<ContactDetail>;
  add(campaignId: string, contact: NewContact): Result<CampaignContact>;
  remove(campaignId: string, contactId: string): Result<true>;
  skip(campaignId: string, contactId: string): Result<CampaignContact>;
  retry(campaignId: string, contactId: string): Result<CampaignContact>;
  /** `at` in epoch milliseconds. */
  reschedule(campaignId: string, contactId: string, at: number): Result<CampaignContact>;
}
export interface DoNotCallDesk {
  list(text: string | undefined, cursor: string | undefined, limit: number): Result<Page<DncEntry>>;
  /** `expiresAt` in epoch milliseconds. A number that is there already keeps its entry. */
  add(
    entry: { readonly phone: string; readonly reason?: string; readonly expiresAt?: number },
    actor: Actor,
  ): Result<{ readonly entry: DncEntry; readonly added: boolean }>;
  remove(entryId: string): Result<true>;
  import(entries: readonly { readonly phone: string; readonly reason?: string }[], actor: Actor): Result<DncImport>;
}

/** Everything about a tenant's outbound campaigns. */
export interface CampaignDesk {
  readonly voice: VoiceLines;
  speeds(): readonly CampaignSpeed[];
  /** Newest first. */
  list(filter: CampaignFilter, cursor: string | undefined, limit: number): Result<Page<CampaignSummary>>;
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
