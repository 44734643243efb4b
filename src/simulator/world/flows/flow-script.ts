import type { Feelings } from '../mood.ts';
import type { FunctionName } from './functions.ts';

/** What can be said at one point, in both languages. `{slot}` is filled from the conversation's facts. */
export interface Lines {
  readonly en: readonly string[];
  readonly fr: readonly string[];
}

/** A way out of a state: the named event, where it leads, what the customer said to cause it. */
export interface Arrow {
  readonly event: string;
  readonly to: string;
  /** Among the arrows that the customer's answer decides; default 1. Ignored where a function decides. */
  readonly weight?: number;
  /** Said in place of the state's own answer. */
  readonly answer?: Lines;
  readonly feel?: Feelings;
  /** Leads out of the AI's hands to a destination with a name of its own, which then is the status. */
  readonly destination?: string;
}

/**
 * One state of a flow. On entering, the AI says `say`; the customer answers; then `call` runs and its outcome's
 * event, or without a call the answer itself, chooses the arrow.
 */
export interface StateScript {
  readonly name: string;
  readonly say?: Lines;
  readonly answer?: Lines;
  readonly call?: FunctionName;
  readonly arrows: readonly Arrow[];
}

export interface FlowScript {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  /** What a person needs to know to help here. */
  readonly skills: readonly string[];
  /** Shown as tags when the conversation's purpose is clear. */
  readonly callReason: string;
  /** How customers feel when they come with this. */
  readonly feel: Feelings;
  /** The first one is the initial state. Wrap Up and Handoff are added to every flow. */
  readonly states: readonly StateScript[];
  /** What colleagues say when they help with this. */
  readonly csr: Lines;
}

export const wrapUpState = 'Wrap Up';
export const handoffState = 'Handoff';

/** Events that can leave any state that still works, without being drawn in each flow. */
export const commonArrows: readonly Arrow[] = [
  { event: 'HumanRequested', to: handoffState },
  { event: 'SystemUnavailable', to: handoffState },
];
/** After a person helped and gave the conversation back, the AI closes it. */
export const handedBackArrow: Arrow = { event: 'HandedBack', to: wrapUpState };
