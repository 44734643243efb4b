import type { FunctionCall, Message, Transition } from '../../../../../shared/models/transcript.ts';

/** One thing that happened in a conversation, in the order in which it is shown. */
export type TimelineItem =
  | { readonly kind: 'message'; readonly key: string; readonly message: Message }
  | { readonly kind: 'call'; readonly key: string; readonly call: FunctionCall }
  | { readonly kind: 'transition'; readonly key: string; readonly transition: Transition };

interface Parts {
  readonly messages: readonly Message[];
  readonly functionCalls: readonly FunctionCall[];
  readonly transitions: readonly Transition[];
}

interface Timed {
  readonly at: number;
  readonly item: TimelineItem;
}

/**
 * All that happened as one line. Messages keep their order whatever their times say; calls and transitions are put
 * where their time belongs, those without a time at the end.
 */
export function timelineOf({ messages, functionCalls, transitions }: Parts): readonly TimelineItem[] {
  const events = [
    ...transitions.map(
      (transition, at): Timed => ({ at: timeOf(transition.at), item: transitionItem(transition, at) }),
    ),
    ...functionCalls.map(
      (call): Timed => ({ at: timeOf(call.startedAt), item: { kind: 'call', key: `f:${call.id}`, call } }),
    ),
  ].sort((a, b) => a.at - b.at);
  const line: TimelineItem[] = [];
  let next = 0;
  let clock = 0;
  for (const message of messages) {
    clock = Math.max(clock, message.at ?? clock);
    for (let event = events[next]; event !== undefined && event.at < clock; event = events[next]) {
      line.push(event.item);
      next += 1;
    }
    line.push({ kind: 'message', key: `m:${message.id}`, message });
  }
  for (const event of events.slice(next)) line.push(event.item);
  return line;
}

function timeOf(at: number | undefined): number {
  return at ?? Number.MAX_SAFE_INTEGER;
}

function transitionItem(transition: Transition, at: number): TimelineItem {
  return { kind: 'transition', key: `t:${transition.index ?? at}`, transition };
}
