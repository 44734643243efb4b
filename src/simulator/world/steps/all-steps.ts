import { freeColleague } from '../cast/colleagues.ts';
import type { LiveConversation, Next, Stage } from '../live-conversation.ts';
import { act, depart, result } from './ai-steps.ts';
import { answer, goodbye, idle } from './customer-steps.ts';
import { dial, lost } from './dial-steps.ts';
import { csr, csrEnd, enqueue, nudge, pickUp, react, reactToOperator, wait } from './human-steps.ts';
import { compose, enter, open, say, voicemail } from './opening-steps.ts';
import type { Scene, Step } from './scene.ts';

/** A colleague who sees it going badly steps in while the AI is still composing; what it was writing is dropped. */
function sayUnlessTaken(live: LiveConversation, scene: Scene): Next | undefined {
  if (live.mood.risk >= 2.4 && !live.visitor && live.rng.chance(0.08)) {
    const colleague = freeColleague(scene.team, live.script.skills);
    if (colleague !== undefined) return pickUp(live, scene, colleague);
  }
  return say(live, scene);
}

const steps: Readonly<Record<Stage, Step>> = {
  open,
  dial,
  lost,
  voicemail,
  enter,
  compose,
  say: sayUnlessTaken,
  answer,
  act,
  result,
  goodbye,
  depart,
  enqueue,
  wait,
  csr,
  react,
  'csr-end': csrEnd,
  'react-to-operator': reactToOperator,
  nudge,
  idle,
};

/** Runs the stage that a conversation has come to; returns what is due next, if anything. */
export function takeStep(live: LiveConversation, scene: Scene): Next | undefined {
  return steps[live.stage](live, scene);
}
