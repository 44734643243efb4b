import { colleagueLimit } from '../cast/colleagues.ts';
import { isoTime } from '../iso-time.ts';
import type { Engine, EngineParts } from '../tenant/engine.ts';
import { findHeld, findLive, refuse } from '../tenant/refusals.ts';
import type { TenantWorld } from '../world-port.ts';
import { type Agent, capsOf, createAgents, keepPresent } from './agents.ts';
import { createAssignments, shownAssignment } from './assignments.ts';
import type { Inbox, InboxAgent, PersonalConfiguration } from './inbox-port.ts';
import { createRouter, waiting } from './router.ts';
import { createToQueue } from './to-queue.ts';

export interface RunningInbox {
  readonly inbox: Inbox;
  tick(): void;
}

const longestNotes = 5_000;

/** Makes a tenant's inbox. `setStatus` ends a conversation as any operator's command does. */
export function createInbox(parts: EngineParts, engine: Engine, setStatus: TenantWorld['setStatus']): RunningInbox {
  const { clock, profile, records, recorder, team } = parts;
  const agents = createAgents(clock, profile.skills);
  const assignments = createAssignments();
  const toQueue = createToQueue(parts, engine);
  const router = createRouter({ parts, engine, agents, assignments, toQueue });

  function shownAgent(agent: Agent): InboxAgent {
    const { actor, since, configuration } = agent;
    return {
      userId: actor.id,
      name: actor.name,
      availability: agents.availabilityOf(agent),
      since,
      skills: configuration.skills,
      load: assignments.loadOf(actor.id),
      caps: capsOf(configuration),
      agentLeg: legOf(agent),
    };
  }

  function legOf({ actor, configuration }: Agent): InboxAgent['agentLeg'] {
    if (assignments.of(actor.id).some(({ state }) => state === 'ringing')) return 'ringing';
    const { voiceCalls, mobilePhoneNumber, sipTrunk } = configuration;
    return voiceCalls && (mobilePhoneNumber ?? sipTrunk) !== undefined ? 'connected' : 'disconnected';
  }

  const startedAt = isoTime(clock.now());
  const colleagues = (): InboxAgent[] =>
    team.map(({ id, name, skills, inHand }) => ({
      userId: id,
      name,
      availability: inHand < colleagueLimit ? 'available' : 'busy',
      since: startedAt,
      skills,
      load: { chats: inHand, emails: 0, voice: 0 },
      caps: { chats: colleagueLimit, emails: colleagueLimit, voice: 1 },
      agentLeg: 'connected',
    }));

  const unknownOf = (skills: readonly string[] = []) => skills.find((skill) => !profile.skills.includes(skill));
  const noSkill = (name: string) => refuse('invalid', `There is no skill ${name}`);

  function checked(wanted: PersonalConfiguration): string | undefined {
    const whole = [wanted.maxChats, wanted.maxEmails].every((cap) => Number.isInteger(cap) && cap >= 0 && cap <= 10);
    if (!whole) return 'At most 10 chats and 10 emails at once';
    if (wanted.mobilePhoneNumber !== undefined && !/^\+[1-9]\d{6,14}$/.test(wanted.mobilePhoneNumber))
      return 'A mobile phone number is written as E.164: +14165550123';
    return undefined;
  }

  const inbox: Inbox = {
    state(actor) {
      router.tick();
      const queue = waiting(parts, assignments).map(({ shown }) => ({
        transcriptId: shown.transcriptId,
        platform: shown.platform,
        contact: shown.contact,
        skills: shown.queue?.skills ?? [],
        since: shown.queue?.since ?? shown.startedAt,
      }));
      const me = agents.of(actor);
      const everybody = [...[...agents.all()].map(shownAgent), ...colleagues()];
      return {
        at: isoTime(clock.now()),
        queue,
        skills: profile.skills.map((name) => {
          const lines = queue.filter(({ skills }) => skills.includes(name));
          const able = everybody.filter(({ availability, skills, load, caps }) => {
            return availability === 'available' && skills.includes(name) && load.chats < caps.chats;
          });
          return { name, waiting: lines.length, oldestSince: lines[0]?.since ?? null, available: able.length };
        }),
        agents: everybody,
        me: shownAgent(me),
        assigned: assignments.of(actor.id).map(shownAssignment),
      };
    },
    announce(actor) {
      const agent = agents.of(actor);
      keepPresent(agent, clock);
      return shownAgent(agent);
    },
    setAvailability(actor, availability) {
      const agent = agents.of(actor);
      keepPresent(agent, clock);
      agent.chosen = availability;
      agent.since = isoTime(clock.now());
      router.soon();
      const requeued: string[] = [];
      const kept: string[] = [];
      for (const held of availability === 'available' ? [] : assignments.of(actor.id))
        (router.takeBack(held) ? requeued : kept).push(held.transcriptId);
      return { me: shownAgent(agent), requeued, kept };
    },
    configuration: (actor) => agents.of(actor).configuration,
    configure(actor, wanted) {
      const wrong = checked(wanted);
      if (wrong !== undefined) return refuse('invalid', wrong);
      agents.of(actor).configuration = wanted;
      router.soon();
      return { ok: true, value: wanted };
    },
    end(actor, transcriptId) {
      router.tick();
      const held = assignments.find(transcriptId);
      if (held?.agentId !== actor.id) return refuse('not-holder', 'This conversation is not assigned to you');
      if (held.state === 'ringing') return refuse('invalid', 'A call that rings has not begun');
      if (held.state === 'open') {
        const ended = setStatus(transcriptId, actor, 'completed');
        if (!ended.ok) return ended;
        Object.assign(held, { state: 'wrap-up', since: isoTime(clock.now()) });
      }
      return { ok: true, value: shownAssignment(held) };
    },
    wrapUp(actor, transcriptId, { notes, disposition }) {
      const held = assignments.find(transcriptId);
      if (held?.agentId !== actor.id) return refuse('not-holder', 'This conversation is not assigned to you');
      if (held.state !== 'wrap-up') return refuse('invalid', 'End the conversation first');
      if (notes.length > longestNotes) return refuse('invalid', `Notes have at most ${longestNotes} characters`);
      const record = records.find(transcriptId);
      if (record !== undefined) {
        recorder.at = clock.now();
        records.keep(record);
        const { parameters, tags } = record.shown;
        recorder.amend(record, {
          ...(notes.trim() !== '' && {
            parameters: [...parameters, { name: 'wrapUpNotes', value: notes, source: 'asserted' as const }],
          }),
          ...(disposition !== undefined && { tags: [...tags, { name: 'Disposition', value: disposition }] }),
        });
      }
      assignments.drop(transcriptId);
      router.soon();
      return { ok: true, value: null };
    },
    requeue(actor, transcriptId, skills) {
      const unknown = unknownOf(skills);
      if (unknown !== undefined) return noSkill(unknown);
      const found = findHeld(records, transcriptId, actor);
      if (!found.ok) return found;
      toQueue(found.value, skills ?? assignments.find(transcriptId)?.skills);
      assignments.drop(transcriptId);
      router.soon();
      return { ok: true, value: null };
    },
    skills: () => profile.skills,
    ask(transcriptId, skills) {
      const unknown = unknownOf(skills);
      if (unknown !== undefined) return noSkill(unknown);
      const found = findLive(records, transcriptId);
      if (!found.ok) return found;
      if (found.value.shown.handledBy.kind !== 'ai') return refuse('not-takeable', 'A person has it or is waited for');
      toQueue(found.value, skills);
      router.soon();
      return { ok: true, value: null };
    },
  };
  return { inbox, tick: router.tick };
}
