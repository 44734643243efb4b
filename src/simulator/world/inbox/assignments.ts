import type { Contact, Platform } from '../world-port.ts';
import { capOf } from './agents.ts';
import type { Assignment, Load } from './inbox-port.ts';

/** One conversation in an agent's hands. */
export interface Held {
  readonly transcriptId: string;
  readonly agentId: string;
  readonly platform: Platform;
  readonly contact: Contact;
  readonly routedBy: Assignment['routedBy'];
  /** What it waited for: given back, it waits for the same again. */
  readonly skills?: readonly string[];
  state: Assignment['state'];
  /** ISO time since when it is in that state. */
  since: string;
  /** For `ringing`: epoch milliseconds at which it stops. */
  readonly ringsUntil?: number;
}

export interface Assignments {
  find(transcriptId: string): Held | undefined;
  of(agentId: string): readonly Held[];
  all(): readonly Held[];
  put(held: Held): void;
  drop(transcriptId: string): void;
  loadOf(agentId: string): Load;
}

/** Keeps who has which conversation. Each is in one agent's hands at most. */
export function createAssignments(): Assignments {
  const held = new Map<string, Held>();
  const of = (agentId: string): readonly Held[] => [...held.values()].filter((each) => each.agentId === agentId);
  return {
    find: (transcriptId) => held.get(transcriptId),
    of,
    all: () => [...held.values()],
    put: (one) => held.set(one.transcriptId, one),
    drop: (transcriptId) => held.delete(transcriptId),
    loadOf(agentId) {
      const load = { chats: 0, emails: 0, voice: 0 };
      for (const { platform } of of(agentId)) load[capOf(platform)] += 1;
      return load;
    },
  };
}

/** An assignment as the API shows it. */
export function shownAssignment({ transcriptId, platform, contact, routedBy, state, since }: Held): Assignment {
  return { transcriptId, platform, contact, routedBy, state, since };
}
