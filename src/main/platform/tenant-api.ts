import type { Conversation } from '../../shared/models/conversation.ts';
import type { OperationId } from '../../shared/models/operation.ts';
import type { Flow, FunctionCall, InternalContact, Message, Transition } from '../../shared/models/transcript.ts';

/** A snapshot of everything in progress, and where in the stream it was taken (where the instance says so). */
export interface LiveSnapshot {
  readonly streamId?: string;
  readonly sequence?: number;
  readonly conversations: readonly Conversation[];
}

/** One transcript as fetched; `sequence` places it in the tenant stream where the instance says so. */
export interface FetchedTranscript {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly functionCalls: readonly FunctionCall[];
  readonly transitions: readonly Transition[];
  readonly sequence?: number;
}

/** A decoded event of the tenant stream. What could not be understood is `unknown` (counted, kept), never dropped silently. */
export type LiveEvent =
  | { readonly type: 'conversation'; readonly conversation: Conversation }
  | { readonly type: 'message'; readonly conversationId: string; readonly message: Message }
  | { readonly type: 'function'; readonly conversationId: string; readonly call: FunctionCall }
  | { readonly type: 'transition'; readonly conversationId: string; readonly transition: Transition }
  | { readonly type: 'heartbeat' }
  | { readonly type: 'reset'; readonly reason?: string }
  | { readonly type: 'unauthorized' }
  | { readonly type: 'unknown'; readonly name: string }
  | { readonly type: 'malformed'; readonly why: string };

export interface StreamedEvent {
  readonly event: LiveEvent;
  /** The SSE id, for Last-Event-ID. */
  readonly id?: string;
  /** Gapless per stream where the instance numbers events; on a heartbeat: the latest number so far. */
  readonly sequence?: number;
  readonly streamId?: string;
  /** Epoch ms, server clock. */
  readonly at?: number;
}

export interface StreamOptions {
  readonly lastEventId?: string;
  readonly signal: AbortSignal;
  /** Called for each batch of events that one network read brought, in order. Must not throw. */
  readonly onEvents: (events: readonly StreamedEvent[]) => void;
  /** Called once the instance has answered 200 with an event stream. */
  readonly onOpen?: () => void;
}

/**
 * All that the console can ask of one tenant, in the console's own words. Every method throws FailureError:
 * `unavailable` when the operation is not bound, `offline` for the network, `forbidden`, `conflict` (detail.takenBy),
 * `saturated` (429/503 with retryAfterMs), `invalid` (422), `not-found`, `signed-out`, and for writes whose answer was
 * lost after the request may have been sent: `unknown-outcome`. No write is ever retried here, except once after a 401.
 */
export interface TenantApi {
  readonly tenant: string;
  can(operation: OperationId): boolean;
  /** Server clock minus this machine's, ms, from the latest answer's Date header. */
  clockSkew(): number | undefined;
  liveSnapshot(signal?: AbortSignal): Promise<LiveSnapshot>;
  /** Resolves when the server ends the stream; rejects on failure or abort. */
  streamConversations(options: StreamOptions): Promise<void>;
  getTranscript(id: string, signal?: AbortSignal): Promise<FetchedTranscript>;
  takeOver(id: string): Promise<Conversation | undefined>;
  reply(id: string, text: string, clientMessageId: string): Promise<Message | undefined>;
  handBack(id: string, note?: string): Promise<Conversation | undefined>;
  transfer(id: string, internalContactId: string, note?: string): Promise<Conversation | undefined>;
  complete(id: string): Promise<Conversation | undefined>;
  /** Tells that the operator has it open; to be repeated while that is so. Changes nothing of the conversation itself. */
  announcePresence(id: string): Promise<void>;
  internalContacts(): Promise<readonly InternalContact[]>;
  flows(): Promise<readonly Flow[]>;
}
