/** Kinds of availability the platform documents; an unknown one is shown as it came. */
export const AVAILABILITIES = ['available', 'busy', 'offline'] as const;
export type Availability = (typeof AVAILABILITIES)[number];

export interface Load {
  readonly chats?: number;
  readonly emails?: number;
  readonly voice?: number;
}

export interface InboxAgent {
  readonly userId?: string;
  readonly name: string;
  /** `available`, `busy`, `offline`, `disconnected`, or what the instance says. */
  readonly availability: string;
  /** Epoch ms, server clock. */
  readonly since?: number;
  readonly skills: readonly string[];
  readonly load: Load;
  readonly caps: Load;
  /** The telephone a call is delivered to: `connected`, `disconnected`, `ringing`, or what the instance says. */
  readonly leg?: string;
}

interface Waiting {
  readonly id: string;
  readonly platform: string;
  readonly contact: { readonly id?: string; readonly display: string; readonly name?: string };
  /** Epoch ms, server clock. */
  readonly since?: number;
}

export interface QueuedConversation extends Waiting {
  readonly skills: readonly string[];
}

export interface Assignment extends Waiting {
  /** `skill`: goes back to the queue when the agent leaves; `agent`: stays. */
  readonly routedBy: string;
  /** `ringing`, `open`, `wrap-up`, or what the instance says. */
  readonly state: string;
}

export interface SkillLine {
  readonly name: string;
  readonly waiting?: number;
  readonly oldestSince?: number;
  readonly available?: number;
}

/** The queue for people as one operator sees it. */
export interface Inbox {
  readonly queue: readonly QueuedConversation[];
  readonly skills: readonly SkillLine[];
  readonly agents: readonly InboxAgent[];
  readonly me?: InboxAgent;
  readonly assigned: readonly Assignment[];
  /** Epoch ms, server clock: as of when, where the instance says so. */
  readonly at?: number;
}

/** What an agent may be given (platform.md section 7). */
export interface PersonalConfiguration {
  readonly skills: readonly string[];
  readonly voiceCalls: boolean;
  readonly maxChats: number;
  readonly maxEmails: number;
  readonly mobilePhoneNumber?: string;
  readonly sipTrunk?: string;
}

/** What became of the operator's conversations when they changed their availability. */
export interface AvailabilityChange {
  readonly me?: InboxAgent;
  readonly requeued: readonly string[];
  readonly kept: readonly string[];
}
