import { isoTime } from '../iso-time.ts';
import type { Actor, Platform, WorldClock } from '../world-port.ts';
import { type Availability, type PersonalConfiguration, PRESENCE_SECONDS } from './inbox-port.ts';

/** An operator who works the inbox, as the router sees them. */
export interface Agent {
  readonly actor: Actor;
  chosen: Exclude<Availability, 'disconnected'>;
  since: string;
  configuration: PersonalConfiguration;
  /** Epoch milliseconds until which their client is known to be there. */
  presentUntil: number;
  /** Voice calls they let ring, by conversation: not offered again before that moment. */
  readonly missed: Map<string, number>;
}

export interface Agents {
  of(actor: Actor): Agent;
  /** Undefined for whoever never worked the inbox. */
  find(actorId: string): Agent | undefined;
  all(): IterableIterator<Agent>;
  availabilityOf(agent: Agent): Availability;
}

/** Keeps the agents of a tenant. Somebody who never worked the inbox begins offline, with every skill. */
export function createAgents(clock: WorldClock, skills: readonly string[]): Agents {
  const agents = new Map<string, Agent>();
  return {
    of(actor) {
      const known = agents.get(actor.id);
      if (known !== undefined) return known;
      const agent: Agent = {
        actor: { id: actor.id, name: actor.name },
        chosen: 'offline',
        since: isoTime(clock.now()),
        configuration: { skills, voiceCalls: false, maxChats: 3, maxEmails: 3 },
        presentUntil: 0,
        missed: new Map(),
      };
      agents.set(actor.id, agent);
      return agent;
    },
    find: (actorId) => agents.get(actorId),
    all: () => agents.values(),
    availabilityOf: ({ chosen, presentUntil }) =>
      chosen !== 'offline' && presentUntil <= clock.now() ? 'disconnected' : chosen,
  };
}

/** Announces that an agent's client is there. */
export function keepPresent(agent: Agent, clock: WorldClock): void {
  agent.presentUntil = clock.now() + PRESENCE_SECONDS * 1000;
}

/** Which cap a channel counts against. */
export function capOf(platform: Platform): 'chats' | 'emails' | 'voice' {
  if (platform === 'voice') return 'voice';
  return platform === 'email' ? 'emails' : 'chats';
}

/** How many of each an agent may have at once. */
export function capsOf({ voiceCalls, maxChats, maxEmails }: PersonalConfiguration) {
  return { chats: maxChats, emails: maxEmails, voice: voiceCalls ? 1 : 0 };
}
