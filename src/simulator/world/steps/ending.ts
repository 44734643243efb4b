import type { Lines } from '../flows/flow-script.ts';
import { isoTime } from '../iso-time.ts';
import type { LiveConversation } from '../live-conversation.ts';
import type { Change, NewMessage } from '../recorder.ts';
import { systemNotes } from '../talk/csr-lines.ts';
import { fill } from '../talk/fill.ts';
import type { ConversationStatus, Tag } from '../world-port.ts';
import { type Scene, stopComposing } from './scene.ts';

export interface EndDetails {
  readonly message?: NewMessage;
  readonly flagged?: boolean;
  readonly tag?: Tag;
}

/** Ends a conversation for good: nothing of it is due any more, places and hands become free. */
export function end(live: LiveConversation, scene: Scene, status: ConversationStatus, details: EndDetails = {}): void {
  stopComposing(live, scene);
  if (live.colleague !== undefined) live.colleague.inHand -= 1;
  live.colleague = undefined;
  live.token += 1;
  const { shown } = live;
  // Colleagues mark some of those that went badly, for the review on the next morning.
  const marked = live.mood.risk >= 2.4 && live.rng.chance(0.35);
  scene.recorder.change(live, {
    ...cancelledCall(live, scene),
    ...(details.message && { message: details.message }),
    patch: {
      status,
      queue: null,
      aiState: 'paused',
      flagged: shown.flagged || marked || details.flagged === true,
      ...(details.tag && { tags: [...shown.tags, details.tag] }),
    },
    end: true,
  });
}

/** Begins the error of a call that came to nothing because the conversation left the AI: no failure of the function. */
export const cancelled = 'Cancelled:';

/** A function that still runs when the AI is taken off the case comes to nothing; the record must not show it as running. */
export function cancelledCall(live: LiveConversation, scene: Scene): Pick<Change, 'finished'> {
  const call = live.calls.at(-1);
  if (call === undefined || call.status !== 'running') return {};
  const finishedAt = isoTime(scene.recorder.at);
  const error = `${cancelled} the conversation left the AI`;
  return { finished: Object.freeze({ ...call, finishedAt, status: 'failed' as const, error }) };
}

/** A line that the platform itself writes into the transcript. */
export function systemMessage(
  live: LiveConversation,
  lines: Lines,
  extra: Readonly<Record<string, string>> = {},
): NewMessage {
  const line = live.rng.pick(lines[live.shown.language]);
  return { role: 'system', text: fill(line, { ...live.facts, ...extra }) };
}

/** The customer goes away without a word. */
export function leaveSilently(live: LiveConversation, scene: Scene): void {
  end(live, scene, 'abandoned', { message: systemMessage(live, systemNotes.left) });
}
