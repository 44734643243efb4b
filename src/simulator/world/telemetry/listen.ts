import type { Conversation, WorldEvent } from '../world-port.ts';
import { callMs, failureOf } from './life-line.ts';
import { type Member, type Tally, traitsOf } from './tally.ts';

/** The conversations of the present, as the tally knows them. */
export interface Listener {
  admit(conversation: Conversation): void;
  hear(event: WorldEvent): void;
  /** The AI has answered in a conversation. */
  answered(ms: number): void;
}

/** Tells a tally what happens now, from the tenant's own events. */
export function listenTo(tally: Tally): Listener {
  const members = new Map<string, Member>();

  function memberOf(from: Conversation): Member {
    const { flow, platform: channel, direction, pointOfContact } = from;
    return {
      traits: traitsOf({ flow: flow.name, channel, direction, point: pointOfContact.name }),
      weight: 1,
      status: from.status,
      skills: from.queue?.skills ?? [],
      waitingSince: from.queue === null ? undefined : Date.parse(from.queue.since),
      handedOff: from.handledBy.kind !== 'ai',
    };
  }

  function see(from: Conversation, at: string): void {
    const member = members.get(from.transcriptId);
    if (member === undefined) return;
    if (from.queue !== null || from.handledBy.kind === 'human') tally.handOff(member);
    if (from.queue !== null && member.waitingSince === undefined) member.skills = from.queue.skills;
    const since = from.queue === null ? undefined : Date.parse(from.queue.since);
    if (member.status !== from.status || (member.waitingSince === undefined) !== (since === undefined)) {
      tally.move(member, from.status, since, Date.parse(at));
    }
  }

  return {
    admit(conversation) {
      const member = memberOf(conversation);
      members.set(conversation.transcriptId, member);
      tally.admit(member);
    },
    answered: (ms) => tally.answered(ms),
    hear(event) {
      if (event.type === 'conversation.started') {
        const member = memberOf(event.conversation);
        members.set(event.transcriptId, member);
        tally.enter(member);
      } else if (event.type === 'conversation.updated') see(event.conversation, event.at);
      else if (event.type === 'conversation.ended') {
        const member = members.get(event.transcriptId);
        if (member === undefined) return;
        members.delete(event.transcriptId);
        tally.leave(member, event.conversation.status, Date.parse(event.at));
      } else if (event.type === 'function.finished') {
        const member = members.get(event.transcriptId);
        const { functionCall: call } = event;
        if (member !== undefined) tally.called(member, { name: call.name, ms: callMs(call), failure: failureOf(call) });
      }
    },
  };
}
