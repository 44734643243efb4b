import type { Contact, Platform } from '../channel.ts';
import type { Actor, Result } from '../outcome.ts';

/** What an agent says of themself, or the router of them: `disconnected` when their client has gone silent. */
export type Availability = 'available' | 'busy' | 'offline' | 'disconnected';

/** What an agent may be given. Applies to new conversations. */
export interface PersonalConfiguration {
  readonly skills: readonly string[];
  /** One call at a time, or none. */
  readonly voiceCalls: boolean;
  /** 0 to 10. */
  readonly maxChats: number;
  /** 0 to 10. */
  readonly maxEmails: number;
  /** E.164; only for transfers matched by skill. */
  readonly mobilePhoneNumber?: string;
  readonly sipTrunk?: string;
}

export interface Load {
  readonly chats: number;
  readonly emails: number;
  readonly voice: number;
}

export interface InboxAgent {
  readonly userId: string;
  readonly name: string;
  readonly availability: Availability;
  readonly since: string;
  readonly skills: readonly string[];
  readonly load: Load;
  readonly caps: Load;
  /** Their telephone: `connected` when there is one to ring, `ringing` while a call is being delivered to it. */
  readonly agentLeg: 'connected' | 'disconnected' | 'ringing';
}

/** `skill`: given by the router, goes back to the queue when the agent leaves; `agent`: theirs, stays. */
export interface Assignment {
  readonly transcriptId: string;
  readonly platform: Platform;
  readonly contact: Contact;
  readonly routedBy: 'skill' | 'agent';
  readonly state: 'ringing' | 'open' | 'wrap-up';
  readonly since: string;
}

export interface QueuedConversation {
  readonly transcriptId: string;
  readonly platform: Platform;
  readonly contact: Contact;
  readonly skills: readonly string[];
  readonly since: string;
}

export interface SkillLine {
  readonly name: string;
  readonly waiting: number;
  readonly oldestSince: string | null;
  /** Agents who have it, are available and have room. */
  readonly available: number;
}

export interface InboxState {
  /** As of when. */
  readonly at: string;
  readonly queue: readonly QueuedConversation[];
  readonly skills: readonly SkillLine[];
  readonly agents: readonly InboxAgent[];
  readonly me: InboxAgent;
  readonly assigned: readonly Assignment[];
}

/** The queue for people, and who is there to take from it. */
export interface Inbox {
  state(actor: Actor): InboxState;
  /** The actor's client is there; holds for `PRESENCE_SECONDS`. */
  announce(actor: Actor): InboxAgent;
  /** Leaving `available` gives what the router assigned back to the queue; what is the agent's own stays. */
  setAvailability(
    actor: Actor,
    availability: Exclude<Availability, 'disconnected'>,
  ): { readonly me: InboxAgent; readonly requeued: readonly string[]; readonly kept: readonly string[] };
  configuration(actor: Actor): PersonalConfiguration;
  configure(actor: Actor, wanted: PersonalConfiguration): Result<PersonalConfiguration>;
  /** Ends the conversation; it stays with the agent for wrap-up. */
  end(actor: Actor, transcriptId: string): Result<Assignment>;
  /** Notes what came of it and frees the place. */
  wrapUp(
    actor: Actor,
    transcriptId: string,
    input: { readonly notes: string; readonly disposition?: string },
  ): Result<null>;
  /** Gives it back to the queue, for other skills where they are named. */
  requeue(actor: Actor, transcriptId: string, skills?: readonly string[]): Result<null>;
  skills(): readonly string[];
  /** The customer asks for a person now; for these skills where they are named, else for those of the flow. */
  ask(transcriptId: string, skills?: readonly string[]): Result<null>;
}

/** How long an announcement of presence holds. */
export const PRESENCE_SECONDS = 60;
