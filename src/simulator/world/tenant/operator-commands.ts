import { end, systemMessage } from '../steps/ending.ts';
import { nudgeTime, passToHuman, planReaction, returnToAi } from '../steps/human-steps.ts';
import { systemNotes } from '../talk/csr-lines.ts';
import type { TenantWorld } from '../world-port.ts';
import type { Engine, EngineParts } from './engine.ts';
import { findHeld, findLive, refuse, takenByOther } from './refusals.ts';

export type OperatorCommands = Pick<TenantWorld, 'takeOver' | 'addCsrMessage' | 'handBack' | 'transfer' | 'setStatus'>;

const longestText = 10_000;

/** What an operator may do to a conversation. Each command takes effect at once, or is refused and changes nothing. */
export function createOperatorCommands(parts: EngineParts, engine: Engine): OperatorCommands {
  const { clock, recorder, records, profile } = parts;
  const { scene } = engine;
  const now = () => {
    recorder.at = clock.now();
  };

  return {
    takeOver(transcriptId, actor) {
      const found = findLive(records, transcriptId);
      if (!found.ok) return found.code === 'ended' ? refuse('not-takeable', found.message) : found;
      const live = found.value;
      const taken = takenByOther(live, actor);
      if (taken !== undefined) return taken;
      if (live.shown.status === 'queued') {
        return refuse('not-takeable', 'The conversation is queued; the router will assign it');
      }
      // Taking what one already has is no change.
      if (live.shown.handledBy.kind === 'human') return { ok: true, value: live.shown };
      now();
      passToHuman(live, scene, actor);
      live.tempo = 'clock';
      engine.plan(live, { stage: 'nudge', after: nudgeTime(live) });
      return { ok: true, value: live.shown };
    },

    addCsrMessage(transcriptId, actor, { text, clientMessageId }) {
      const found = findHeld(records, transcriptId, actor);
      if (!found.ok) return found;
      const live = found.value;
      if (clientMessageId !== undefined) {
        const sent = live.messages.find((m) => m.clientMessageId === clientMessageId && m.author?.id === actor.id);
        if (sent !== undefined) return { ok: true, value: sent };
      }
      if (text.trim() === '') return refuse('invalid', 'A message has some text');
      if (text.length > longestText) return refuse('invalid', `A message has at most ${longestText} characters`);
      now();
      live.mood.feel({ relief: 0.15, anger: -0.3, frustration: -0.3, risk: -0.6 });
      const message = recorder.change(live, {
        message: {
          role: 'csr',
          author: { id: actor.id, name: actor.name },
          text,
          ...(clientMessageId !== undefined && { clientMessageId }),
        },
      });
      if (message === undefined) throw new Error('A recorded message was not returned');
      live.waits = 0;
      engine.plan(live, planReaction(live));
      return { ok: true, value: message };
    },

    handBack(transcriptId, actor, { note }) {
      const found = findHeld(records, transcriptId, actor);
      if (!found.ok) return found;
      if (note !== undefined && note.length > longestText) return refuse('invalid', 'The note is too long');
      now();
      engine.plan(found.value, returnToAi(found.value, scene, note));
      return { ok: true, value: found.value.shown };
    },

    transfer(transcriptId, actor, { internalContactId, note }) {
      const found = findLive(records, transcriptId);
      if (!found.ok) return found;
      const live = found.value;
      const taken = takenByOther(live, actor);
      if (taken !== undefined) return taken;
      if (live.shown.status === 'queued') return refuse('not-takeable', 'A queued conversation cannot be transferred');
      const contact = profile.internalContacts.find(({ id }) => id === internalContactId);
      if (contact === undefined) return refuse('invalid', `There is no internal contact ${internalContactId}`);
      if (note !== undefined && note.length > longestText) return refuse('invalid', 'The note is too long');
      now();
      const by = { csr: actor.name, destination: contact.name };
      if (note !== undefined && note !== '') {
        recorder.change(live, { message: systemMessage(live, systemNotes.note, { ...by, note }) });
      }
      end(live, scene, 'human-handoff', {
        message: systemMessage(live, systemNotes.transferred, by),
        tag: { name: 'Handoff', value: contact.name },
      });
      engine.settle(live);
      return { ok: true, value: live.shown };
    },

    setStatus(transcriptId, actor, status) {
      const found = findHeld(records, transcriptId, actor);
      if (!found.ok) return found;
      if (status !== 'completed') return refuse('invalid', 'The only status that can be set is "completed"');
      now();
      const live = found.value;
      end(live, scene, status, { message: systemMessage(live, systemNotes.completed, { csr: actor.name }) });
      engine.settle(live);
      return { ok: true, value: live.shown };
    },
  };
}
