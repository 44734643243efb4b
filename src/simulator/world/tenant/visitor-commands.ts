import type { LiveConversation, Next } from '../live-conversation.ts';
import { requestHuman, settleArrow } from '../steps/customer-steps.ts';
import { nudgeTime } from '../steps/human-steps.ts';
import { aiSays, stopComposing } from '../steps/scene.ts';
import { closingLines } from '../talk/ai-lines.ts';
import type { Failure, Message, Result, TenantWorld } from '../world-port.ts';
import type { Engine, EngineParts } from './engine.ts';
import { transcriptOf } from './records.ts';
import { findLive, refuse } from './refusals.ts';

export type VisitorCommands = Pick<TenantWorld, 'createWebchat' | 'sendMessage'>;

const longestText = 10_000;
const wantsPerson = /\b(human|person|representative|agent|someone real|humain|personne|représentant)\b/i;

function saturated(): Failure {
  return { ok: false, code: 'saturated', message: 'Every model is busy; try again shortly', retryAfterSeconds: 2 };
}

function unfitText(text: string): Failure | undefined {
  if (text.trim() === '') return refuse('invalid', 'A message has some text');
  return text.length > longestText ? refuse('invalid', `A message has at most ${longestText} characters`) : undefined;
}

/** What a visitor of the web chat may do: begin one, and write. */
export function createVisitorCommands(parts: EngineParts, engine: Engine): VisitorCommands {
  const { clock, log, pool, profile, recorder, records } = parts;

  function write(live: LiveConversation, text: string): Message {
    live.turns += 1;
    live.mood.settle();
    const message = recorder.change(live, { message: { role: 'customer', text } });
    if (message === undefined) throw new Error('A recorded message was not returned');
    return message;
  }

  /** What follows the visitor's words; undefined leaves the present plan as it is. */
  function replan(live: LiveConversation, text: string): Next | undefined {
    if (live.shown.handledBy.kind === 'human') {
      if (live.colleague !== undefined) return undefined;
      live.waits = 0;
      return { stage: 'nudge', after: nudgeTime(live) };
    }
    if (live.shown.status === 'queued' || live.stage === 'result') return undefined;
    if (live.departure !== undefined || live.afterLine === 'enqueue') return undefined;
    if (live.stage === 'compose' || live.stage === 'say') {
      // The AI is about to ask what is being answered already: it takes the answer and goes on.
      if (live.afterLine === 'answer') {
        settleArrow(live);
        live.afterLine = 'act';
      }
      return undefined;
    }
    if (live.state === undefined) return aiSays(live, closingLines, 'goodbye');
    if (wantsPerson.test(text)) return requestHuman(live, engine.scene, 'HumanRequested');
    settleArrow(live);
    return { stage: 'act', after: 400 };
  }

  return {
    createWebchat({ contactName, language, text, parameters }) {
      const point = profile.pointsOfContact.find(
        ({ platform, environment }) => platform === 'webchat' && environment === 'production',
      );
      if (point === undefined) return refuse('invalid', 'The tenant has no web chat');
      const unfit = text === undefined ? undefined : unfitText(text);
      if (unfit !== undefined) return unfit;
      if (pool.full) return saturated();
      recorder.at = clock.now();
      const live = engine.begin({
        pointOfContact: point,
        language: language ?? 'en',
        visitor: { ...(contactName !== undefined && { name: contactName }), parameters: parameters ?? [] },
      });
      if (text === undefined) engine.plan(live, { stage: 'open', after: 0 });
      else {
        write(live, text);
        settleArrow(live);
        engine.plan(live, { stage: 'act', after: 400 });
      }
      return { ok: true, value: transcriptOf(live, log.sequence) };
    },

    sendMessage(transcriptId, { text }): Result<Message> {
      const found = findLive(records, transcriptId);
      if (!found.ok) return found;
      const live = found.value;
      if (live.shown.platform !== 'webchat') return refuse('invalid', 'Only web chats take messages this way');
      const unfit = unfitText(text);
      if (unfit !== undefined) return unfit;
      if (live.shown.handledBy.kind === 'ai' && !live.composing && pool.full) return saturated();
      recorder.at = clock.now();
      const message = write(live, text);
      const next = replan(live, text);
      if (next !== undefined) {
        stopComposing(live, engine.scene);
        live.tempo = 'clock';
        engine.plan(live, next);
      }
      return { ok: true, value: message };
    },
  };
}
