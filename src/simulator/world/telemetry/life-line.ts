import type { LiveConversation } from '../live-conversation.ts';
import { cancelled } from '../steps/ending.ts';
import type { FunctionCall } from '../world-port.ts';

/** Something of a conversation that metrics look at, so many ms after its begin. */
export type Turn =
  | {
      readonly at: number;
      readonly kind: 'status';
      readonly status: string;
      readonly waits: boolean;
      readonly human: boolean;
    }
  | { readonly at: number; readonly kind: 'answered'; readonly ms: number }
  | {
      readonly at: number;
      readonly kind: 'called';
      readonly name: string;
      readonly ms: number;
      readonly failure?: string;
    };

/** What a conversation did and when, without its words. */
export interface LifeLine {
  readonly flow: string;
  readonly channel: string;
  readonly direction: string;
  readonly pointId: string;
  readonly point: string;
  readonly skills: readonly string[];
  readonly turns: readonly Turn[];
  readonly lastsMs: number;
  readonly end: string;
}

/** Watches a conversation being played from its begin to its end. */
export interface LifeLineWriter {
  /** The AI has answered. */
  answered(ms: number, at: number): void;
  /** A step was taken. */
  step(live: LiveConversation, at: number): void;
  finish(live: LiveConversation, at: number): LifeLine;
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [/^Timed out/, 'time-out'],
  [/^Upstream/, 'upstream-error'],
  [/^Connection/, 'connection-reset'],
];

/** Why a call failed, in one word; undefined when it did not, or only because its conversation left the AI. */
export function failureOf({ status, error }: Pick<FunctionCall, 'status' | 'error'>): string | undefined {
  if (status !== 'failed' || error === null || error.startsWith(cancelled)) return undefined;
  return reasons.find(([pattern]) => pattern.test(error))?.[1] ?? 'limit-exceeded';
}

/** How long a call took, ms. */
export function callMs({ startedAt, finishedAt }: Pick<FunctionCall, 'startedAt' | 'finishedAt'>): number {
  return Math.max(0, Date.parse(finishedAt ?? startedAt) - Date.parse(startedAt));
}

/** Begins the life line of a conversation. */
export function writeLifeLine(live: LiveConversation): LifeLineWriter {
  const begin = Date.parse(live.shown.startedAt);
  const turns: Turn[] = [];
  let { status } = live.shown;
  let finished = 0;
  let skills: readonly string[] = [];
  return {
    answered(ms, at) {
      turns.push({ at: at - begin, kind: 'answered', ms });
    },
    step({ shown, calls }, at) {
      if (shown.status !== status) {
        status = shown.status;
        if (shown.queue !== null) skills = shown.queue.skills;
        const human = shown.handledBy.kind === 'human';
        turns.push({ at: at - begin, kind: 'status', status, waits: shown.queue !== null, human });
      }
      for (let call = calls[finished]; call !== undefined && call.status !== 'running'; call = calls[finished]) {
        finished += 1;
        const failure = failureOf(call);
        turns.push({ at: at - begin, kind: 'called', name: call.name, ms: callMs(call), ...(failure && { failure }) });
      }
    },
    finish({ shown }, at) {
      const { id: pointId, name: point } = shown.pointOfContact;
      const { platform: channel, direction } = shown;
      const base = { flow: shown.flow.name, channel, direction, pointId, point, skills };
      return { ...base, turns, lastsMs: Math.max(1, at - begin), end: shown.status };
    },
  };
}
