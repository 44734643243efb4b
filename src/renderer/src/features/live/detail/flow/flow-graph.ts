import type { Flow, Transition } from '../../../../../../shared/models/transcript.ts';

export interface FlowState {
  readonly name: string;
  /** Where the conversation stands to it, as in the path (path.ts). */
  readonly place: 'taken' | 'current' | 'ahead';
  /** How often the conversation came here. */
  readonly visits: number;
}

export interface FlowArrow {
  readonly from: string;
  readonly to: string;
  /** The events that lead this way, those that fired first. */
  readonly events: readonly string[];
  /** `taken` fired; `next` leaves the current state; `possible` is any other. */
  readonly place: 'taken' | 'next' | 'possible';
  /** How often it was taken. */
  readonly times: number;
  /** It leads where nearly every state leads (a handoff, a wrap-up): drawn only when it matters. */
  readonly common: boolean;
}

export interface FlowGraph {
  readonly states: readonly FlowState[];
  readonly arrows: readonly FlowArrow[];
  readonly initial: string | undefined;
  readonly current: string | undefined;
}

/** A target is common when at least so many states, and this share of all others, lead to it. */
const COMMON_FROM = 4;
const COMMON_SHARE = 0.6;

/**
 * The flow as a graph: its states and arrows, which of them the conversation took and where it is. What the conversation
 * did is drawn also where the flow does not know it (an older version, or an instance that does not list its flows).
 */
export function flowGraphOf(
  flow: Flow | undefined,
  transitions: readonly Transition[],
  current: string | undefined,
): FlowGraph {
  const initial = flow?.initialState ?? transitions[0]?.from ?? flow?.states[0] ?? current;
  const path = pathTaken(transitions, transitions[0]?.from ?? initial, current);
  const visits = new Map<string, number>();
  for (const state of path) visits.set(state, (visits.get(state) ?? 0) + 1);
  const names = unique([initial, ...(flow?.states ?? []), ...(flow?.transitions ?? []).flatMap(ends), ...path]);
  return {
    initial,
    current,
    states: names.map((name) => ({
      name,
      place: name === current ? 'current' : visits.has(name) ? 'taken' : 'ahead',
      visits: visits.get(name) ?? 0,
    })),
    arrows: arrowsOf(flow, transitions, current, names.length),
  };
}

function pathTaken(
  transitions: readonly Transition[],
  first: string | undefined,
  current: string | undefined,
): readonly string[] {
  const path = [first, ...transitions.map(({ to }) => to)].filter((state) => state !== undefined && state !== '');
  if (current !== undefined && path.at(-1) !== current) path.push(current);
  return path.filter((state) => state !== undefined);
}

function arrowsOf(
  flow: Flow | undefined,
  transitions: readonly Transition[],
  current: string | undefined,
  states: number,
): readonly FlowArrow[] {
  const arrows = new Map<string, { from: string; to: string; fired: Set<string>; known: Set<string>; times: number }>();
  const arrow = ({ from, to }: { readonly from: string; readonly to: string }) => {
    const key = JSON.stringify([from, to]);
    const found = arrows.get(key) ?? { from, to, fired: new Set(), known: new Set(), times: 0 };
    arrows.set(key, found);
    return found;
  };
  for (const known of flow?.transitions ?? []) arrow(known).known.add(known.event);
  for (const taken of transitions) {
    if (taken.from === '' || taken.to === '') continue;
    const found = arrow(taken);
    found.times += 1;
    if (taken.event !== '') found.fired.add(taken.event);
  }
  const into = new Map<string, Set<string>>();
  for (const { from, to } of flow?.transitions ?? []) into.set(to, (into.get(to) ?? new Set()).add(from));
  const least = Math.max(COMMON_FROM, COMMON_SHARE * (states - 1));
  return [...arrows.values()].map(({ from, to, fired, known, times }) => ({
    from,
    to,
    events: unique([...fired, ...known]),
    times,
    place: times > 0 ? 'taken' : from === current ? 'next' : 'possible',
    common: (into.get(to)?.size ?? 0) >= least,
  }));
}

function ends({ from, to }: { readonly from: string; readonly to: string }): readonly string[] {
  return [from, to];
}

function unique(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names.filter((name) => name !== undefined && name !== ''))].filter((name) => name !== undefined);
}
