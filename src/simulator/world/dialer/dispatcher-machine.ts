import type { CallsInProgress, CampaignState, DispatcherVerb } from '../campaign-port.ts';

/** What moves a dispatcher: somebody's verb, or what happens by itself. */
export type MachineEvent =
  | DispatcherVerb
  /** `schedule.startsAt` has come. */
  | 'start-time'
  /** `schedule.endsAt` has come. */
  | 'end-time'
  /** No contact is left to call and none is in a call. */
  | 'all-final'
  /** The last call in progress has ended. */
  | 'drained'
  /** The platform gives the campaign up. */
  | 'broke';

/** Where a dispatcher stands. While it drains it knows where it drains to. */
export interface Position {
  readonly state: CampaignState;
  readonly drainsTo: 'completed' | 'stopped' | undefined;
}

/** What a move depends on besides the state. */
export interface Circumstances {
  /** `schedule.startsAt` is ahead. */
  readonly startsLater: boolean;
}

/** Every move there is: from where, by what, to where. Whatever is not here is illegal. */
const moves: Readonly<Record<CampaignState, Partial<Readonly<Record<MachineEvent, CampaignState>>>>> = {
  draft: { start: 'running' },
  scheduled: { pause: 'paused', stop: 'draining', 'start-time': 'running', 'end-time': 'draining', broke: 'failed' },
  running: { pause: 'paused', stop: 'draining', 'all-final': 'draining', 'end-time': 'draining', broke: 'failed' },
  paused: { resume: 'running', stop: 'draining', 'end-time': 'draining', broke: 'failed' },
  draining: { stop: 'draining', drained: 'stopped', broke: 'failed' },
  completed: {},
  stopped: {},
  failed: {},
};

export const verbs: readonly DispatcherVerb[] = ['start', 'pause', 'resume', 'stop'];

/** Where an event leads, or undefined when it is illegal there. */
export function move(from: Position, event: MachineEvent, { startsLater }: Circumstances): Position | undefined {
  const to = moves[from.state][event];
  if (to === undefined) return undefined;
  if (event === 'drained') return { state: from.drainsTo ?? to, drainsTo: undefined };
  if (to === 'draining') return { state: to, drainsTo: event === 'stop' ? 'stopped' : 'completed' };
  const waits = to === 'running' && startsLater && event !== 'start-time';
  return { state: waits ? 'scheduled' : to, drainsTo: undefined };
}

/** The verbs that are legal in a state. */
export function legalVerbs(state: CampaignState): readonly DispatcherVerb[] {
  return verbs.filter((verb) => moves[state][verb] !== undefined);
}

/** What an event does to the calls in progress: they go on, or the AI's are ended and lost ones given up. */
export function fateOfCalls(event: MachineEvent, asked: CallsInProgress | undefined): CallsInProgress {
  return event === 'stop' ? (asked ?? 'finish') : 'finish';
}

/** Whether calls are begun in this state. */
export function dials(state: CampaignState): boolean {
  return state === 'running';
}

/** Whether nothing can move it any more. */
export function isFinal(state: CampaignState): boolean {
  return Object.keys(moves[state]).length === 0;
}
