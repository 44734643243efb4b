import { handoffState } from '../flows/flow-script.ts';
import type { LiveConversation, Next } from '../live-conversation.ts';
import { chatGreetings, voiceGreetings } from '../talk/ai-lines.ts';
import { phrase } from '../talk/phrase.ts';
import { end } from './ending.ts';
import { turnTime } from './pace.ts';
import { aiSays, type Scene, stopComposing } from './scene.ts';

/** The first step: who speaks first depends on direction and channel. */
export function open(live: LiveConversation): Next {
  const { platform, direction } = live.shown;
  if (direction === 'outbound' && platform === 'voice') {
    return { stage: 'dial', after: live.rng.between(5_000, 22_000) };
  }
  if (direction === 'outbound') return { stage: 'enter', after: 300 };
  if (platform === 'voice') return aiSays(live, voiceGreetings, 'answer');
  // Whoever writes, writes first; a visitor who only opened the widget is greeted.
  return live.visitor ? aiSays(live, chatGreetings, 'answer') : { stage: 'answer', after: 400 };
}

/** The message on the machine has been left. */
export function voicemail(live: LiveConversation, scene: Scene): undefined {
  end(live, scene, 'answering-machine-message-left');
  return undefined;
}

/** The flow's present state begins: the AI says its line, or acts at once where there is none. */
export function enter(live: LiveConversation): Next {
  const { state } = live;
  // Reached only by a conversation that came back from Handoff, and that goes to Wrap Up without entering a state.
  if (state === undefined) throw new Error(`${live.shown.transcriptId} has no state to enter in ${handoffState}`);
  if (state.say === undefined) return { stage: 'act', after: 200 };
  const expectsAnswer = state.answer !== undefined || state.arrows.some((arrow) => arrow.answer !== undefined);
  return aiSays(live, state.say, expectsAnswer ? 'answer' : 'act');
}

/** The AI starts to write, as soon as the model pool has a place. */
export function compose(live: LiveConversation, scene: Scene): Next {
  live.askedModelAt ??= scene.recorder.at;
  if (!scene.pool.acquire(live.number)) {
    live.waits += 1;
    // A pause is noticed: every third one costs goodwill, and Live View shows it.
    if (live.waits % 3 === 0) {
      live.mood.feel({ frustration: 0.15, risk: 0.2 });
      scene.recorder.change(live, {});
    }
    return { stage: 'compose', after: live.rng.between(700, 1_900) };
  }
  live.composing = true;
  scene.recorder.change(live, { patch: { aiState: 'composing' } });
  return { stage: 'say', after: turnTime(live, 'ai') };
}

/** The AI's message is ready and sent; where its channel's integration is down it is not, and written again later. */
export function say(live: LiveConversation, scene: Scene): Next {
  const asked = live.askedModelAt ?? scene.recorder.at;
  stopComposing(live, scene);
  if (scene.conditions.channelDown(live.shown.platform)) {
    scene.recorder.change(live, { patch: { aiState: 'running' } });
    return { stage: 'compose', after: live.rng.between(8_000, 15_000) };
  }
  scene.meter.answered(live, scene.recorder.at - asked);
  const { line, afterLine } = live;
  if (line === undefined) throw new Error(`${live.shown.transcriptId} has nothing to say`);
  live.line = undefined;
  const opening = live.messages.some(({ role }) => role === 'customer') ? 'opened' : 'bare';
  scene.recorder.change(live, {
    message: { role: 'ai', text: phrase(live, 'ai', line, afterLine === 'voicemail' ? 'bare' : opening) },
    patch: { aiState: 'running' },
  });
  const after = afterLine === 'answer' || afterLine === 'goodbye' ? turnTime(live, 'customer') : 400;
  return { stage: afterLine, after };
}
