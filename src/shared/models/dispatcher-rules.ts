import { DISPATCHER_VERBS, type Dispatcher, type DispatcherVerb } from './dispatcher.ts';

/** What may be said in which state where the instance does not tell; a state that is not here takes nothing. */
const LEGAL: Readonly<Record<string, readonly DispatcherVerb[]>> = {
  draft: ['start'],
  scheduled: ['pause', 'stop'],
  running: ['pause', 'stop'],
  paused: ['resume', 'stop'],
  draining: ['stop'],
};

/** Verbs that a dispatcher takes now: what the instance says, and the table above only where it says nothing. */
export function legalVerbs({ state, legalVerbs: told }: Pick<Dispatcher, 'state' | 'legalVerbs'>): DispatcherVerb[] {
  const legal: readonly string[] = told ?? LEGAL[state] ?? [];
  return DISPATCHER_VERBS.filter((verb) => legal.includes(verb));
}

/** States that prove that a verb took effect. */
const AFTER: Readonly<Record<DispatcherVerb, ReadonlySet<string>>> = {
  start: new Set(['running', 'scheduled', 'draining', 'completed']),
  pause: new Set(['paused']),
  resume: new Set(['running', 'scheduled', 'draining', 'completed']),
  stop: new Set(['draining', 'stopped']),
};

/** Whether the state shows that the verb took effect: calls may have ended it meanwhile, so later states count too. */
export function showsDone(verb: DispatcherVerb, state: string): boolean {
  return AFTER[verb].has(state);
}

/** States that a campaign does not leave any more. */
const OVER: ReadonlySet<string> = new Set(['completed', 'stopped', 'failed']);

export function isOver(state: string): boolean {
  return OVER.has(state);
}
