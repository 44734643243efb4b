import type { Expected } from '../../shared/models/command.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import type { Failure } from '../../shared/models/failure.ts';
import type { Message } from '../../shared/models/transcript.ts';
import type { FetchedTranscript, TenantApi } from '../platform/tenant-api.ts';
import type { Identity } from './identity.ts';

/** What an instance answers to a write, where it answers with content. */
export type Answer = Conversation | Message | undefined;

/** What re-reading shows of a write: it took effect, it did not (yet), someone else was first, or nothing to tell by. */
export type Finding = 'done' | 'not-done' | 'taken' | 'cannot-tell';

/** One kind of command, without the care that is the same for all (run-command.ts). */
export interface Plan {
  readonly name: 'takeOver' | 'reply' | 'handBack' | 'transfer' | 'complete';
  readonly tenant: string;
  readonly id: string;
  readonly expected: Expected;
  /** Personal text that the journal keeps only a trace of. */
  readonly text?: string | undefined;
  readonly note?: string | undefined;
  readonly internalContactId?: string | undefined;
  /** The hold that it was released from. */
  readonly hold?: string | undefined;
  /** Digest of what may be sent only once, ever. */
  readonly once?: string | undefined;
  /** Already so: nothing to send. */
  already?(now: Conversation, identity: Identity): boolean;
  /** Why it cannot be done although nothing changed since the operator looked. */
  refuse?(now: Conversation, identity: Identity): Failure | undefined;
  /** Sends the one request. Throws FailureError. */
  send(api: TenantApi): Promise<Answer>;
  find(before: FetchedTranscript | undefined, now: FetchedTranscript, answer: Answer, identity: Identity): Finding;
}
