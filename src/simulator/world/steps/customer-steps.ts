import { type Arrow, commonArrows, handoffState, type Lines } from '../flows/flow-script.ts';
import type { LiveConversation, Next } from '../live-conversation.ts';
import type { Feelings } from '../mood.ts';
import { handoffLines, reportedLines, unsubscribedLines } from '../talk/ai-lines.ts';
import { systemNotes } from '../talk/csr-lines.ts';
import { asksForHuman, complains, goodbyes, leaves, startsOver, unsubscribes } from '../talk/customer-lines.ts';
import { phrase } from '../talk/phrase.ts';
import { end, leaveSilently, systemMessage } from './ending.ts';
import { aiSays, type Scene } from './scene.ts';

const idleLimit = 600_000;

function says(
  live: LiveConversation,
  scene: Scene,
  lines: Lines,
  feelings: Feelings = {},
  opening: 'opened' | 'bare' = 'bare',
): void {
  live.mood.feel(feelings);
  live.mood.settle();
  live.turns += 1;
  scene.recorder.change(live, { message: { role: 'customer', text: phrase(live, 'customer', lines, opening) } });
}

/** What a customer may do in place of answering; each has a cause in mood, patience or channel. */
function deviates(live: LiveConversation, scene: Scene): { readonly next: Next | undefined } | undefined {
  const { rng, mood, patience, shown } = live;
  const { anger, frustration, confusion } = mood.scores;
  if (live.turns === 0) {
    const cold = shown.direction === 'outbound' && shown.platform !== 'voice';
    const weary = cold ? 0.09 : live.call === undefined ? 0 : 0.025;
    if (weary > 0 && rng.chance(weary)) {
      says(live, scene, unsubscribes);
      live.departure = { status: 'unsubscribed' };
      return { next: aiSays(live, unsubscribedLines, 'depart') };
    }
    return undefined;
  }
  if (rng.chance(0.005 + Math.max(0, mood.risk - 1.8) * 0.12 * (1 - patience))) {
    if (rng.chance(0.4)) leaveSilently(live, scene);
    else
      end(live, scene, 'abandoned', { message: { role: 'customer', text: phrase(live, 'customer', leaves, 'bare') } });
    return { next: undefined };
  }
  if (shown.platform === 'voice' && rng.chance(0.006)) {
    end(live, scene, 'failed', { message: systemMessage(live, systemNotes.dropped) });
    return { next: undefined };
  }
  if (anger > 0.45 && rng.chance(0.14)) {
    says(live, scene, complains, { anger: 0.2, risk: 0.8 });
    live.departure = { status: 'reported', flagged: true };
    return { next: aiSays(live, reportedLines, 'depart') };
  }
  // Whoever was called does not begin anew: the campaign calls again, or not.
  if (live.call === undefined && rng.chance(0.006 + (confusion > 0.3 ? 0.07 : 0))) {
    says(live, scene, startsOver, { confusion: 0.2 });
    end(live, scene, 'restarted');
    scene.beginAgain(live);
    return { next: undefined };
  }
  if (rng.chance(0.015 + 0.18 * Math.max(anger, frustration - 0.2))) {
    says(live, scene, asksForHuman, { frustration: 0.15, risk: 0.3 });
    return { next: requestHuman(live, scene, 'HumanRequested') };
  }
  return undefined;
}

/** A person is needed: the flow goes to Handoff by one of the events every state has, and the AI says so. */
export function requestHuman(
  live: LiveConversation,
  scene: Scene,
  event: 'HumanRequested' | 'SystemUnavailable',
): Next {
  const to = commonArrows.find((arrow) => arrow.event === event)?.to ?? handoffState;
  scene.recorder.change(live, { transition: { from: live.shown.state, event, to } });
  live.state = undefined;
  return aiSays(live, handoffLines, 'enqueue');
}

/** Takes the customer's answer as given: in states without a function it decides the way on. */
export function settleArrow(live: LiveConversation): Arrow | undefined {
  const { state } = live;
  live.arrow =
    state === undefined || state.call !== undefined
      ? undefined
      : live.rng.weighted(state.arrows, (arrow) => arrow.weight ?? 1);
  return live.arrow;
}

/** The customer's turn in the flow's present state. */
export function answer(live: LiveConversation, scene: Scene): Next | undefined {
  if (live.visitor) return { stage: 'idle', after: idleLimit };
  const instead = deviates(live, scene);
  if (instead !== undefined) return instead.next;
  const arrow = settleArrow(live);
  const lines = arrow?.answer ?? live.state?.answer;
  if (lines !== undefined) says(live, scene, lines, arrow?.feel, 'opened');
  return { stage: 'act', after: live.rng.between(300, 900) };
}

/** The flow is done; the customer takes leave, or is simply gone. */
export function goodbye(live: LiveConversation, scene: Scene): undefined {
  live.mood.feel({ satisfaction: 0.2, risk: -0.2 });
  live.mood.settle();
  const polite = !live.visitor && live.rng.chance(0.7);
  end(
    live,
    scene,
    'completed',
    polite ? { message: { role: 'customer', text: phrase(live, 'customer', goodbyes, 'bare') } } : {},
  );
  return undefined;
}

/** A visitor has not written for a long time. */
export function idle(live: LiveConversation, scene: Scene): undefined {
  leaveSilently(live, scene);
  return undefined;
}
