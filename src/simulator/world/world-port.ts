/**
 * The port between the simulator's world and everything that serves it (identity, API, SSE, faults).
 * Types only: the world implements them, the servers consume them, neither knows the other's files.
 */

import type { CampaignDesk } from './campaign-port.ts';
import type { Contact, Platform } from './channel.ts';
import type { StreamSource } from './event-source.ts';
import type { Inbox } from './inbox/inbox-port.ts';
import type { Actor, Page, Result } from './outcome.ts';
import type { TenantTelemetry } from './telemetry/telemetry-port.ts';

export type * from './channel.ts';
export type * from './event-source.ts';
export type * from './outcome.ts';

export type Direction = 'inbound' | 'outbound';
export type Language = 'en' | 'fr';
export type Environment = 'production' | 'internal-testing';
export type RiskLabel = 'low' | 'guarded' | 'elevated' | 'high' | 'critical';
export type RiskLevel = 0 | 1 | 2 | 3 | 4;

/** Statuses the platform documents. The set is open: handoff destinations appear as statuses too. */
export type KnownStatus =
  | 'in-progress'
  | 'queued'
  | 'human-handoff'
  | 'completed'
  | 'abandoned'
  | 'failed'
  | 'reported'
  | 'restarted'
  | 'unsubscribed'
  | 'no-answer'
  | 'answering-machine-message-left'
  | 'answering-machine-no-message';
/** `string & {}` keeps completion for the known ones while any other text stays legal. */
export type ConversationStatus = KnownStatus | (string & {});

export interface NamedRef {
  readonly id: string;
  readonly name: string;
}
export interface HandledBy {
  readonly kind: 'ai' | 'human' | 'none';
  readonly userId?: string;
  readonly name?: string;
  readonly since?: string;
}
export interface QueueEntry {
  readonly skills: readonly string[];
  readonly since: string;
}
export interface FlowRef {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}
export interface Risk {
  readonly level: RiskLevel;
  readonly label: RiskLabel;
}
export interface Sentiment {
  readonly name: string;
  readonly score: number;
}
export interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly source: 'asserted' | 'verified';
}
export interface Tag {
  readonly name: string;
  readonly value: string;
}

/** A person who has a conversation open. */
export interface Watcher {
  readonly id: string;
  readonly name: string;
  readonly since: string;
}

/** One conversation as the API shows it. Times are ISO-8601 UTC with milliseconds. Treated as immutable. */
export interface Conversation {
  readonly transcriptId: string;
  readonly revision: number;
  readonly platform: Platform;
  readonly direction: Direction;
  readonly contact: Contact;
  readonly pointOfContact: NamedRef;
  readonly status: ConversationStatus;
  readonly handledBy: HandledBy;
  readonly aiState: 'running' | 'paused' | 'composing';
  readonly queue: QueueEntry | null;
  readonly flow: FlowRef;
  readonly state: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly lastMessageAt: string | null;
  readonly sessions24h: number;
  readonly risk: Risk;
  readonly sentiments: readonly Sentiment[];
  readonly sentimentTrend: readonly number[];
  readonly functionsCalled: readonly string[];
  readonly functionCallCount: number;
  readonly parameters: readonly Parameter[];
  readonly tags: readonly Tag[];
  readonly flagged: boolean;
  readonly language: Language;
  readonly environment: Environment;
  /** Who announced that they have it open; absent until somebody did. */
  readonly watchers?: readonly Watcher[];
  /** Absent unless somebody reported it. */
  readonly report?: Report;
}

/** Why a conversation was reported, by whom and when. */
export interface Report {
  readonly reason: string;
  readonly note?: string;
  readonly at: string;
  readonly by: NamedRef;
}

/** Somebody opened the transcript. */
export interface ViewRecord {
  readonly by: NamedRef;
  readonly at: string;
}

export interface Message {
  readonly messageId: string;
  readonly index: number;
  readonly role: 'customer' | 'ai' | 'csr' | 'system';
  readonly author?: NamedRef;
  readonly text: string;
  readonly at: string;
  readonly clientMessageId?: string;
  /** Of a customer's message: the overall sentiment after it, -1 to 1. */
  readonly sentiment?: number;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

export interface FunctionCall {
  readonly callId: string;
  readonly index: number;
  readonly name: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly status: 'running' | 'succeeded' | 'failed';
  readonly inputs: JsonObject;
  readonly outputs: JsonObject | null;
  readonly event: string | null;
  readonly error: string | null;
}
export interface Transition {
  readonly index: number;
  readonly at: string;
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

/** A conversation with all it said and did; `sequence` is the tenant's latest one that it includes. */
export interface Transcript extends Conversation {
  readonly sequence: number;
  readonly messages: readonly Message[];
  readonly functionCalls: readonly FunctionCall[];
  readonly transitions: readonly Transition[];
}

export interface Flow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly initialState: string;
  readonly states: readonly { readonly name: string }[];
  readonly transitions: readonly { readonly from: string; readonly event: string; readonly to: string }[];
}
export interface InternalContact {
  readonly id: string;
  readonly name: string;
  readonly phoneNumber: string;
}

interface EventBase {
  /** Tenant-wide and gapless, 1 for the first event of a stream. */
  readonly sequence: number;
  readonly at: string;
  readonly transcriptId: string;
  /** The conversation's revision once this event has happened. */
  readonly revision: number;
}
export interface ConversationEvent extends EventBase {
  readonly type: 'conversation.started' | 'conversation.updated' | 'conversation.ended';
  readonly conversation: Conversation;
}
export interface MessageEvent extends EventBase {
  readonly type: 'message.added';
  readonly message: Message;
}
export interface FunctionEvent extends EventBase {
  readonly type: 'function.called' | 'function.finished';
  readonly functionCall: FunctionCall;
}
export interface StateEvent extends EventBase {
  readonly type: 'state.changed';
  readonly transition: Transition;
}
/** What the world tells. Heartbeat and reset are the stream's own and never come from the world. */
export type WorldEvent = ConversationEvent | MessageEvent | FunctionEvent | StateEvent;

/** All filters are joined by AND; a list matches any of its values. Times are epoch milliseconds of `startedAt`. */
export interface TranscriptFilter {
  readonly status?: readonly string[];
  readonly platform?: readonly Platform[];
  readonly direction?: Direction;
  /** Flow id or name. */
  readonly flow?: string;
  readonly flagged?: boolean;
  /** Tag name, or `name:value`. */
  readonly tag?: string;
  readonly risk?: readonly RiskLabel[];
  /** One that is felt, with a score above 0.1. */
  readonly sentiment?: string;
  /** Part of the contact's name or of what the channel shows. */
  readonly contact?: string;
  /** Parameter name, or `name:value`. */
  readonly parameter?: string;
  /** The parameter counts only where a function has set it. */
  readonly parameterProved?: boolean;
  /** Id or name. */
  readonly pointOfContact?: string;
  /** A function that was called. */
  readonly function?: string;
  readonly language?: Language;
  readonly environment?: Environment;
  /** Seconds, inclusive; only what has ended has a duration. */
  readonly minDuration?: number;
  readonly maxDuration?: number;
  /** Inclusive. */
  readonly from?: number;
  /** Exclusive. */
  readonly to?: number;
}
/** A page of what is too much to be counted each time. */
export interface CountedPage<T> extends Page<T> {
  /** False where counting them all was too dear: `total` is what was counted. */
  readonly totalIsExact: boolean;
}
export type SortField = 'startedAt' | 'lastMessageAt' | 'duration' | 'risk';
export interface Sort {
  readonly field: SortField;
  readonly descending: boolean;
}
/** Where a term was said. `marks` are places in `text`, in order, not overlapping. */
export interface Snippet {
  readonly messageId: string;
  readonly text: string;
  readonly speaker: Message['role'];
  readonly marks: readonly { readonly from: number; readonly to: number }[];
}
export interface SearchHit {
  readonly conversation: Conversation;
  readonly snippets: readonly Snippet[];
}

export interface TenantInfo {
  readonly slug: string;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly region: string;
  readonly environment: Environment;
}
export interface Membership {
  readonly roles: readonly string[];
  /** `domain:action`, the union over the roles. */
  readonly scopes: readonly string[];
}
export interface UserInfo {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Offered on the sign-in page. Colleagues who only act in the world are not. */
  readonly signIn: boolean;
  /** One quiet line for the sign-in page: what this account shows. */
  readonly description: { readonly en: string; readonly fr: string };
  /** Keyed by tenant slug; empty = no tenant. */
  readonly memberships: Readonly<Record<string, Membership>>;
  /** The identity server refuses every token exchange of this user. */
  readonly exchangeRefused: boolean;
}

export interface TenantWorld extends StreamSource<WorldEvent> {
  readonly info: TenantInfo;
  readonly modelPool: { readonly capacity: number; readonly inUse: number };
  /** Outbound campaigns: dispatchers, manifests, contacts, do-not-call. */
  readonly campaigns: CampaignDesk;
  /** System health and mission-control metrics. */
  readonly telemetry: TenantTelemetry;

  /** All that have not ended, in no promised order. */
  conversations(): readonly Conversation[];
  /** Live or archived. */
  get(transcriptId: string): Transcript | undefined;
  /** Newest first, live and archived together. `limit` is 1..200. */
  list(
    filter: TranscriptFilter,
    cursor: string | undefined,
    limit: number,
    sort?: Sort,
  ): Result<CountedPage<Conversation>>;
  /**
   * Case- and accent-insensitive: all words, and phrases in double quotes, must occur in contact, tags or messages; with
   * a speaker in what that one said.
   */
  search(
    query: string,
    filter: TranscriptFilter,
    cursor: string | undefined,
    limit: number,
    how?: { readonly speaker?: Message['role']; readonly sort?: Sort },
  ): Result<CountedPage<SearchHit>>;
  flows(): readonly Flow[];
  internalContacts(): readonly InternalContact[];

  takeOver(transcriptId: string, actor: Actor): Result<Conversation>;
  /** The actor has it open. Holds for `WATCH_SECONDS` unless it is announced again; the end of it is told too. */
  announcePresence(transcriptId: string, actor: Actor): Result<Conversation>;
  /** Repeating a `clientMessageId` of the same actor returns the first message again and adds none. */
  addCsrMessage(
    transcriptId: string,
    actor: Actor,
    input: { readonly text: string; readonly clientMessageId?: string },
  ): Result<Message>;
  handBack(transcriptId: string, actor: Actor, input: { readonly note?: string }): Result<Conversation>;
  transfer(
    transcriptId: string,
    actor: Actor,
    input: { readonly internalContactId: string; readonly note?: string },
  ): Result<Conversation>;
  setStatus(transcriptId: string, actor: Actor, status: string): Result<Conversation>;
  /** `stale-revision` when it is no longer at the expected one. */
  setTags(transcriptId: string, actor: Actor, tags: readonly Tag[], expectedRevision?: number): Result<Conversation>;
  flag(transcriptId: string, actor: Actor, flagged: boolean, expectedRevision?: number): Result<Conversation>;
  /** Only what has ended; its status becomes `reported`. */
  report(
    transcriptId: string,
    actor: Actor,
    input: { readonly reason: string; readonly note?: string },
  ): Result<Conversation>;
  /** Takes a finished one out of the archive for good, as a retention rule would. No operation of the API does this. */
  deleteTranscript(transcriptId: string): Result<Conversation>;
  /** Notes that the actor opened it; returns all views, latest first. */
  recordView(transcriptId: string, actor: Actor): Result<readonly ViewRecord[]>;
  views(transcriptId: string): Result<readonly ViewRecord[]>;
  /** The contact's conversations, newest first, threaded by the journey parameters. */
  contactHistory(transcriptId: string, cursor: string | undefined, limit: number): Result<CountedPage<Conversation>>;
  journeyParameters(): readonly string[];
  readonly inbox: Inbox;
  /** Starts a web chat as a visitor would. */
  createWebchat(input: {
    readonly contactName?: string;
    readonly language?: Language;
    readonly text?: string;
    readonly parameters?: readonly { readonly name: string; readonly value: string }[];
  }): Result<Transcript>;
  /** A visitor's message on a web chat; the AI or the CSR answers later through events. */
  sendMessage(transcriptId: string, input: { readonly text: string }): Result<Message>;
}

export interface World {
  readonly tenants: readonly TenantInfo[];
  readonly users: readonly UserInfo[];
  readonly clock: WorldClock;
  tenant(slug: string): TenantWorld | undefined;
  /** Starts pacing; before it nothing happens by itself. */
  start(): void;
  /** Stops pacing and drops every timer; the world stays readable. */
  stop(): void;
}

/** World time in epoch milliseconds. */
export interface WorldClock {
  readonly mode: 'real' | 'driven';
  now(): number;
  /** Runs `fn` once when world time reaches `atMs` (at once if past, but never synchronously); returns cancel. */
  schedule(atMs: number, fn: () => void): () => void;
  /** Driven mode only: moves time on and runs what falls due in order. Throws in real mode. */
  advance(ms: number): void;
}

export interface CampaignOptions {
  /** `demo` gives every tenant a few, in different states and with a past. */
  readonly start: 'demo' | 'none';
  /** How fast the dialers place calls; 1 is one call a second and tenant. */
  readonly pace?: number;
  /** Share of calls that never report back, 0 to 1; default 0. */
  readonly unreportedShare?: number;
  /** Outbound lines of each tenant, where the profile's own number is not wanted. */
  readonly lines?: number;
  /** A further, paused campaign of so many contacts in the first tenant. */
  readonly bulkContacts?: number;
}

export interface WorldOptions {
  readonly seed: number;
  /** In progress over all tenants, spread by size. */
  readonly conversations: number;
  /** Finished conversations of the past three months, over all tenants; default none. */
  readonly transcripts?: number;
  /** Target rate over all tenants; undefined lets the world find its natural pace. */
  readonly eventsPerSecond?: number;
  /** World seconds per real second in real mode. */
  readonly speed: number;
  readonly clock: 'real' | 'driven';
  /** World time at the start, epoch milliseconds; default: now in real mode, a fixed moment in driven mode. */
  readonly startAt?: number;
  /** Events each tenant keeps for replay; default 5,000. */
  readonly eventBuffer?: number;
  /** Outbound campaigns that the tenants start out with; none when left out. */
  readonly campaigns?: CampaignOptions;
  /** Distinguishes stream ids of two worlds of the same seed (a restart); default 0. */
  readonly generation?: number;
}
