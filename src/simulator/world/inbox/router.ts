import { isoTime } from '../iso-time.ts';
import { hasEnded, type LiveConversation } from '../live-conversation.ts';
import { nudgeTime, passToHuman } from '../steps/human-steps.ts';
import type { Engine, EngineParts } from '../tenant/engine.ts';
import { type Agent, type Agents, capOf, capsOf } from './agents.ts';
import type { Assignments, Held } from './assignments.ts';
import type { ToQueue } from './to-queue.ts';

/** How long a voice call rings before it goes back, milliseconds. */
const ringMs = 25_000;
/** A call that somebody let ring is not offered to them again for so long. */
const missedMs = 120_000;
/** How often the router looks. */
const lookEveryMs = 500;

export interface RouterParts {
  readonly parts: EngineParts;
  readonly engine: Engine;
  readonly agents: Agents;
  readonly assignments: Assignments;
  readonly toQueue: ToQueue;
}

export interface Router {
  tick(): void;
  /** Something changed that it decides by: it looks at the next tick. */
  soon(): void;
  /** Puts what the router gave an agent back into the queue; false when it is the agent’s own, or to be wrapped up. */
  takeBack(held: Held): boolean;
}

/** Conversations that wait for a person and are offered to nobody, longest waiting first. */
export function waiting({ records }: EngineParts, assignments: Assignments): LiveConversation[] {
  return [...records.live.values()]
    .filter(
      (live) => live.shown.queue !== null && !hasEnded(live) && assignments.find(live.shown.transcriptId) === undefined,
    )
    .sort((a, b) => ((a.shown.queue?.since ?? '') < (b.shown.queue?.since ?? '') ? -1 : 1));
}

/**
 * Automatic call distribution among operators: an available agent who has all the skills and room on the channel is
 * given the conversation without being asked. Colleagues of the world take theirs by their own steps.
 */
export function createRouter(given: RouterParts): Router {
  const { parts, engine, agents, assignments, toQueue } = given;
  const { clock, recorder, records } = parts;
  let nextLook = 0;

  function hasRoom(agent: Agent, live: LiveConversation): boolean {
    if (agents.availabilityOf(agent) !== 'available') return false;
    if ((agent.missed.get(live.shown.transcriptId) ?? 0) > clock.now()) return false;
    const cap = capOf(live.shown.platform);
    if (assignments.loadOf(agent.actor.id)[cap] >= capsOf(agent.configuration)[cap]) return false;
    return (live.shown.queue?.skills ?? []).every((skill) => agent.configuration.skills.includes(skill));
  }

  function assign(live: LiveConversation, agent: Agent): void {
    const { transcriptId, platform, contact } = live.shown;
    const now = clock.now();
    const held = {
      transcriptId,
      platform,
      contact,
      agentId: agent.actor.id,
      routedBy: 'skill',
      skills: live.shown.queue?.skills ?? [],
      since: isoTime(now),
    } as const;
    if (platform === 'voice') {
      // Nobody answers here: a voice leg is the telephone's. It rings, and goes back.
      live.offered = true;
      assignments.put({ ...held, state: 'ringing', ringsUntil: now + ringMs });
      return;
    }
    recorder.at = now;
    passToHuman(live, engine.scene, agent.actor);
    live.tempo = 'clock';
    engine.plan(live, { stage: 'nudge', after: nudgeTime(live) });
    assignments.put({ ...held, state: 'open' });
  }

  function takeBack({ transcriptId, agentId, routedBy, state, skills }: Held): boolean {
    const live = records.live.get(transcriptId);
    if (routedBy !== 'skill' || state === 'wrap-up' || live === undefined || hasEnded(live)) return false;
    // One that rings never left the queue.
    if (state === 'ringing') live.offered = false;
    else if (live.shown.handledBy.userId === agentId) toQueue(live, skills);
    else return false;
    assignments.drop(transcriptId);
    return true;
  }

  function isGone({ agentId }: Held): boolean {
    const agent = agents.find(agentId);
    return agent !== undefined && agents.availabilityOf(agent) === 'disconnected';
  }

  /** What ended, was given away, rang in vain or is in the hands of somebody whose client went silent. */
  function tidy(): void {
    const now = clock.now();
    for (const held of assignments.all()) {
      if (isGone(held) && takeBack(held)) continue;
      const live = records.live.get(held.transcriptId);
      const ended = live === undefined || hasEnded(live);
      const mine = !ended && live.shown.handledBy.userId === held.agentId;
      if (held.state === 'ringing') {
        if (!ended && live.shown.queue !== null && now < (held.ringsUntil ?? 0)) continue;
        agents.find(held.agentId)?.missed.set(held.transcriptId, now + missedMs);
        if (live !== undefined) live.offered = false;
        assignments.drop(held.transcriptId);
      } else if (held.state === 'open' && !mine) {
        const last = records.find(held.transcriptId)?.shown;
        // Over while it was theirs: they still write up what came of it. Given away: it is not theirs any more.
        if (ended && last?.handledBy.userId === held.agentId)
          Object.assign(held, { state: 'wrap-up', since: isoTime(now) });
        else assignments.drop(held.transcriptId);
      }
    }
  }

  /** What an operator took over by themself is theirs, and counts. */
  function adopt(): void {
    for (const live of records.live.values()) {
      const { handledBy, transcriptId, platform, contact } = live.shown;
      if (handledBy.userId === undefined || live.colleague !== undefined || hasEnded(live)) continue;
      if (assignments.find(transcriptId) !== undefined) continue;
      const since = handledBy.since ?? isoTime(clock.now());
      assignments.put({
        transcriptId,
        platform,
        contact,
        agentId: handledBy.userId,
        routedBy: 'agent',
        state: 'open',
        since,
      });
    }
  }

  return {
    takeBack,
    soon() {
      nextLook = 0;
    },
    tick() {
      if (clock.now() < nextLook) return;
      nextLook = clock.now() + lookEveryMs;
      tidy();
      adopt();
      const team = [...agents.all()];
      if (team.length === 0) return;
      for (const live of waiting(parts, assignments)) {
        const free = team
          .filter((agent) => hasRoom(agent, live))
          .sort((a, b) => total(assignments, a) - total(assignments, b))[0];
        if (free !== undefined) assign(live, free);
      }
    },
  };
}

function total(assignments: Assignments, { actor }: Agent): number {
  const { chats, emails, voice } = assignments.loadOf(actor.id);
  return chats + emails + voice;
}
