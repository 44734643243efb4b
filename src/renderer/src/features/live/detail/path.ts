import type { Flow, Transition } from '../../../../../shared/models/transcript.ts';

export interface PathStep {
  readonly key: string;
  readonly state: string;
  readonly place: 'taken' | 'current' | 'ahead';
}

/** The way through the flow: states taken, the current one, and where the flow is known, those not visited. */
export function pathOf(
  transitions: readonly Transition[],
  current: string | undefined,
  flow: Flow | undefined,
): readonly PathStep[] {
  const first = transitions[0]?.from ?? flow?.initialState;
  // An event that the instance did not say the way of leads nowhere.
  const visited = [...(first === undefined ? [] : [first]), ...transitions.map(({ to }) => to)].filter(
    (state) => state !== '',
  );
  if (current !== undefined && visited.at(-1) !== current) visited.push(current);
  const states = visited.filter((state, at) => state !== visited[at - 1]);
  const steps = states.map((state, at): PathStep => {
    const place = at === states.length - 1 && state === current ? 'current' : 'taken';
    return { key: `${at}:${state}`, state, place };
  });
  const ahead = (flow?.states ?? []).filter((state) => !states.includes(state));
  return [...steps, ...ahead.map((state): PathStep => ({ key: `ahead:${state}`, state, place: 'ahead' }))];
}
