import { type Colleague, freeColleague } from '../cast/colleagues.ts';
import { handedBackArrow, handoffState, type Lines } from '../flows/flow-script.ts';
import { isoTime } from '../iso-time.ts';
import type { LiveConversation, Next } from '../live-conversation.ts';
import type { NewMessage } from '../recorder.ts';
import { resumeLines } from '../talk/ai-lines.ts';
import { csrClosings, csrGreetings, csrHandsBack, csrTransfers, systemNotes } from '../talk/csr-lines.ts';
import { answersCsr, nudgesCsr, waitsInQueue } from '../talk/customer-lines.ts';
import { phrase } from '../talk/phrase.ts';
import type { Actor } from '../world-port.ts';
import { cancelledCall, end, leaveSilently, systemMessage } from './ending.ts';
import { promptAnswerTime, turnTime } from './pace.ts';
import { aiSays, type Scene, stopComposing } from './scene.ts';

/** Nudges without any answer before the customer gives up. */
const maxNudges = 6;

/** The conversation waits for a person with all of the skills. */
export function enqueue(live: LiveConversation, scene: Scene): Next {
  const french = live.shown.language === 'fr' && scene.profile.skills.includes('French');
  const skills = french ? [...live.script.skills, 'French'] : live.script.skills;
  live.waits = 0;
  live.offered = false;
  scene.recorder.change(live, {
    message: systemMessage(live, systemNotes.queued, { skills: skills.join(', ') }),
    patch: {
      status: 'queued',
      handledBy: { kind: 'none' },
      aiState: 'paused',
      queue: { skills, since: isoTime(scene.recorder.at) },
    },
  });
  return { stage: 'wait', after: live.rng.between(8_000, 70_000) };
}

/** A look at the team: somebody with room takes it, or the customer waits on, for as long as patience lasts. */
export function wait(live: LiveConversation, scene: Scene): Next | undefined {
  const colleague = live.offered ? undefined : freeColleague(scene.team, live.shown.queue?.skills ?? []);
  if (colleague !== undefined && live.rng.chance(0.75)) return pickUp(live, scene, colleague);
  live.waits += 1;
  live.mood.feel({ frustration: 0.2, anger: 0.08 * live.waits, risk: 0.3 });
  if (live.rng.chance(0.06 + 0.12 * live.waits * (1 - live.patience))) {
    leaveSilently(live, scene);
    return undefined;
  }
  const speaks = !live.visitor && live.rng.chance(0.45);
  scene.recorder.change(live, speaks ? { message: customerSays(live, waitsInQueue) } : {});
  return { stage: 'wait', after: live.rng.between(15_000, 50_000) };
}

function customerSays(live: LiveConversation, lines: Lines): NewMessage {
  return { role: 'customer', text: phrase(live, 'customer', lines, 'bare') };
}

/**
 * Passes the conversation into a person's hands, by the same rules for colleagues and operators: what the AI was
 * composing is dropped, its plans are void.
 */
export function passToHuman(live: LiveConversation, scene: Scene, actor: Actor): void {
  stopComposing(live, scene);
  live.token += 1;
  live.line = undefined;
  live.arrow = undefined;
  live.departure = undefined;
  live.waits = 0;
  live.facts['csr'] = actor.name;
  scene.recorder.change(live, {
    ...cancelledCall(live, scene),
    message: systemMessage(live, systemNotes.joined),
    patch: {
      status: 'human-handoff',
      handledBy: {
        kind: 'human',
        userId: actor.id,
        name: actor.name,
        since: isoTime(scene.recorder.at),
      },
      aiState: 'paused',
      queue: null,
    },
  });
}

/** A colleague takes the conversation, out of the queue or from the AI. */
export function pickUp(live: LiveConversation, scene: Scene, colleague: Colleague): Next {
  passToHuman(live, scene, colleague);
  live.colleague = colleague;
  colleague.inHand += 1;
  live.csrTurnsLeft = live.rng.int(3, 6);
  live.turns = Math.max(live.turns, 1);
  return { stage: 'csr', after: turnTime(live, 'csr') };
}

/** The colleague writes: a greeting, what they found out, a last word. */
export function csr(live: LiveConversation, scene: Scene): Next {
  const { colleague } = live;
  if (colleague === undefined) throw new Error(`${live.shown.transcriptId} is in no colleague's hands`);
  const greeted = live.messages.some(({ author }) => author?.id === colleague.id);
  live.csrTurnsLeft -= 1;
  const last = live.csrTurnsLeft <= 0;
  const lines = !greeted ? csrGreetings : last ? csrClosings : live.script.csr;
  live.mood.feel({ relief: 0.15, anger: -0.2, frustration: -0.2, risk: -0.35 });
  scene.recorder.change(live, {
    message: { role: 'csr', author: { id: colleague.id, name: colleague.name }, text: phrase(live, 'csr', lines) },
  });
  return last
    ? { stage: 'csr-end', after: turnTime(live, 'csr') }
    : { stage: 'react', after: turnTime(live, 'customer') };
}

function reacts(live: LiveConversation, scene: Scene): void {
  live.mood.feel({ relief: 0.2, gratitude: 0.2, anger: -0.3, frustration: -0.3, anxiety: -0.25, risk: -0.3 });
  live.mood.settle();
  scene.recorder.change(live, { message: customerSays(live, answersCsr) });
}

/** The customer answers a colleague and calms down. */
export function react(live: LiveConversation, scene: Scene): Next {
  if (!live.visitor) reacts(live, scene);
  return { stage: 'csr', after: turnTime(live, 'csr') };
}

/** The colleague is done: completes, gives the rest back to the AI, or passes it on. */
export function csrEnd(live: LiveConversation, scene: Scene): Next | undefined {
  const { colleague } = live;
  if (colleague === undefined) throw new Error(`${live.shown.transcriptId} is in no colleague's hands`);
  const author = { id: colleague.id, name: colleague.name };
  const chance = live.rng.next();
  if (chance < 0.2) {
    scene.recorder.change(live, { message: { role: 'csr', author, text: phrase(live, 'csr', csrHandsBack) } });
    return returnToAi(live, scene);
  }
  if (chance < 0.32) {
    const destination = live.rng.pick(scene.profile.internalContacts).name;
    live.facts['destination'] = destination;
    const message: NewMessage = { role: 'csr', author, text: phrase(live, 'csr', csrTransfers) };
    end(live, scene, 'human-handoff', { message, tag: { name: 'Handoff', value: destination } });
    return undefined;
  }
  const status = chance < 0.7 ? 'completed' : 'human-handoff';
  end(live, scene, status, { message: systemMessage(live, systemNotes.completed) });
  return undefined;
}

/** Gives the conversation back to the AI, which says so and goes on where the flow stood. */
export function returnToAi(live: LiveConversation, scene: Scene, note?: string): Next {
  if (live.colleague !== undefined) live.colleague.inHand -= 1;
  live.colleague = undefined;
  live.token += 1;
  const since = isoTime(scene.recorder.at);
  if (note !== undefined && note !== '') {
    scene.recorder.change(live, { message: systemMessage(live, systemNotes.note, { note }) });
  }
  const helped = live.shown.state === handoffState;
  scene.recorder.change(live, {
    message: systemMessage(live, systemNotes.handedBack),
    patch: { status: 'in-progress', handledBy: { kind: 'ai', since }, aiState: 'running' },
    ...(helped && { transition: { from: handoffState, event: handedBackArrow.event, to: handedBackArrow.to } }),
  });
  return aiSays(live, resumeLines, live.state === undefined ? 'goodbye' : 'enter', 800);
}

/** The customer answers the operator. */
export function reactToOperator(live: LiveConversation, scene: Scene): Next {
  live.waits = 0;
  reacts(live, scene);
  return { stage: 'nudge', after: nudgeTime(live) };
}

/** The operator has not written for a while: the customer asks, less and less kindly, and goes in the end. */
export function nudge(live: LiveConversation, scene: Scene): Next | undefined {
  live.waits += 1;
  if (live.waits > maxNudges) {
    leaveSilently(live, scene);
    return undefined;
  }
  live.mood.feel({ frustration: 0.15, anger: 0.05 * live.waits, anxiety: 0.05, risk: 0.3 });
  live.mood.settle();
  scene.recorder.change(live, live.visitor ? {} : { message: customerSays(live, nudgesCsr) });
  return { stage: 'nudge', after: nudgeTime(live) };
}

/** How long a customer waits for an operator's words before asking: longer each time, and longer where one writes. */
export function nudgeTime(live: LiveConversation): number {
  const base = live.shown.platform === 'voice' ? 45_000 : live.shown.platform === 'email' ? 400_000 : 90_000;
  return base * (1 + 0.5 * live.waits) * live.rng.between(0.9, 1.3);
}

/** The customer's answer to what an operator has just written. */
export function planReaction(live: LiveConversation): Next {
  return live.visitor
    ? { stage: 'nudge', after: nudgeTime(live) * 2 }
    : { stage: 'react-to-operator', after: promptAnswerTime(live) };
}
