import { type Arrow, handoffState, wrapUpState } from '../flows/flow-script.ts';
import { failureTexts, functionScript, type Outcome } from '../flows/functions.ts';
import { isoTime } from '../iso-time.ts';
import type { LiveConversation, Next } from '../live-conversation.ts';
import { closingLines, destinationLines, handoffLines, retryLines } from '../talk/ai-lines.ts';
import { systemNotes } from '../talk/csr-lines.ts';
import { fill, fillValues } from '../talk/fill.ts';
import type { Conversation, FunctionCall, Parameter, Tag } from '../world-port.ts';
import { requestHuman, settleArrow } from './customer-steps.ts';
import { end, systemMessage } from './ending.ts';
import { aiSays, type Scene } from './scene.ts';

/** Given up after that many tries of the same function. */
const maxAttempts = 3;

/** The AI acts on what it knows: calls the state's function, or follows the arrow that the answer chose. */
export function act(live: LiveConversation, scene: Scene): Next | undefined {
  const { state } = live;
  if (state === undefined) throw new Error(`${live.shown.transcriptId} has no state to act in`);
  if (state.call === undefined) {
    const arrow = live.arrow ?? settleArrow(live);
    if (arrow === undefined) throw new Error(`State ${state.name} leads nowhere`);
    live.arrow = undefined;
    return follow(live, scene, arrow, {});
  }
  const script = functionScript(state.call);
  const { shown } = live;
  const index = live.calls.length;
  const called: FunctionCall = Object.freeze({
    callId: `f-${live.number}-${index}`,
    index,
    name: state.call,
    startedAt: isoTime(scene.recorder.at),
    finishedAt: null,
    status: 'running',
    inputs: fillValues(script.inputs, live.facts),
    outputs: null,
    event: null,
    error: null,
  });
  const known = shown.functionsCalled.includes(state.call);
  scene.recorder.change(live, {
    called,
    patch: {
      functionCallCount: shown.functionCallCount + 1,
      ...(known ? {} : { functionsCalled: [...shown.functionsCalled, state.call] }),
    },
  });
  return { stage: 'result', after: live.rng.between(...script.takes) * scene.conditions.slowness(state.call) };
}

/** The function has come back, or has not. */
export function result(live: LiveConversation, scene: Scene): Next | undefined {
  const call = live.calls.at(-1);
  const { state } = live;
  if (call === undefined || state?.call === undefined) throw new Error(`${live.shown.transcriptId} called nothing`);
  const script = functionScript(state.call);
  const finishedAt = isoTime(scene.recorder.at);
  if (live.rng.chance(scene.conditions.failing(state.call) ?? script.failing)) {
    const failed = Object.freeze({
      ...call,
      finishedAt,
      status: 'failed' as const,
      error: live.rng.pick(failureTexts),
    });
    return failedCall(live, scene, failed);
  }
  live.attempts = 0;
  const outcome = live.rng.weighted<Outcome>(script.outcomes, ({ weight }) => weight);
  const arrow = state.arrows.find(({ event }) => event === outcome.event);
  if (arrow === undefined) throw new Error(`State ${state.name} does not handle ${outcome.event}`);
  const outputs = fillValues(outcome.outputs, live.facts);
  live.mood.feel(outcome.feel ?? {});
  return follow(live, scene, arrow, {
    finished: Object.freeze({ ...call, finishedAt, status: 'succeeded' as const, outputs, event: outcome.event }),
    patch: learned(live, outcome),
  });
}

function failedCall(live: LiveConversation, scene: Scene, finished: FunctionCall): Next | undefined {
  live.attempts += 1;
  live.mood.feel({ frustration: 0.25, anxiety: 0.1, risk: 0.5 });
  scene.recorder.change(live, { finished });
  if (live.attempts < maxAttempts) return aiSays(live, retryLines, 'act');
  live.attempts = 0;
  if (live.rng.chance(0.6)) return requestHuman(live, scene, 'SystemUnavailable');
  end(live, scene, 'failed', { message: systemMessage(live, systemNotes.unavailable) });
  return undefined;
}

/** What a result adds to the conversation's parameters and tags; a value proved twice is there once. */
function learned(live: LiveConversation, outcome: Outcome): Partial<Conversation> {
  const { parameters, tags } = live.shown;
  const proved: Parameter[] = Object.entries(outcome.proves ?? {}).map(([name, value]) => ({
    name,
    value: fill(value, live.facts),
    source: 'verified',
  }));
  const tag = outcome.tag && { name: outcome.tag.name, value: fill(outcome.tag.value, live.facts) };
  return {
    ...(proved.length > 0 && {
      parameters: [...parameters.filter((old) => !proved.some(({ name }) => name === old.name)), ...proved],
    }),
    ...(tag && !tags.some((old) => old.name === tag.name) && { tags: [...tags, tag] }),
  };
}

function firstTags(live: LiveConversation): readonly Tag[] {
  return [
    { name: 'Call Reason', value: live.script.callReason },
    { name: 'Language', value: live.shown.language === 'fr' ? 'French' : 'English' },
  ];
}

/** Goes along an arrow: records the transition with what else came of the step, and starts what the new state needs. */
function follow(
  live: LiveConversation,
  scene: Scene,
  arrow: Arrow,
  change: { readonly finished?: FunctionCall; readonly patch?: Partial<Conversation> },
): Next | undefined {
  if (change.finished !== undefined && arrow.feel !== undefined) live.mood.feel(arrow.feel);
  const first = live.transitions.length === 0;
  const tags = first ? { tags: [...live.shown.tags, ...firstTags(live)] } : {};
  scene.recorder.change(live, {
    ...change,
    patch: { ...tags, ...change.patch },
    transition: { from: live.shown.state, event: arrow.event, to: arrow.to },
  });
  live.state = live.script.states.find(({ name }) => name === arrow.to);
  if (arrow.destination !== undefined) {
    live.facts['destination'] = arrow.destination;
    live.departure = { status: arrow.destination, tag: { name: 'Handoff', value: arrow.destination } };
    return aiSays(live, destinationLines, 'depart');
  }
  if (arrow.to === handoffState) return aiSays(live, handoffLines, 'enqueue');
  if (arrow.to === wrapUpState) return aiSays(live, closingLines, 'goodbye');
  return { stage: 'enter', after: 200 };
}

/** The AI's last word has been said to somebody it cannot keep: unsubscribed, reported, or sent to a destination. */
export function depart(live: LiveConversation, scene: Scene): undefined {
  const { departure } = live;
  if (departure === undefined) throw new Error(`${live.shown.transcriptId} has nowhere to depart to`);
  end(live, scene, departure.status, departure);
  return undefined;
}
