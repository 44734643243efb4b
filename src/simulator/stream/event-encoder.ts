import type { CampaignEvent } from '../world/campaign-port.ts';
import type { WorldEvent } from '../world/world-port.ts';

/** Words server-sent events in one dialect. Each function returns a whole frame, its blank line included. */
export interface EventEncoder<E = WorldEvent> {
  event(streamId: string, event: E): string;
  heartbeat(sequence: number, at: string): string;
  reset(streamId: string, sequence: number, at: string, reason: ResetReason): string;
  unauthorized(sequence: number, at: string): string;
}

/** Why a client must take a new snapshot. */
export type ResetReason = 'unknown-stream' | 'too-old' | 'ahead' | 'unreadable-id' | 'behind';

/**
 * Writes one frame of the event stream format (HTML standard, section 9.2).
 *
 * @param id left out for events that must not move the client's `Last-Event-ID`
 */
export function frame(name: string, data: object, id?: string): string {
  const head = id === undefined ? '' : `id: ${id}\n`;
  return `${head}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Encodes each event once, however many streams it goes to. */
export function cached<E extends object>(encoder: EventEncoder<E>): EventEncoder<E> {
  const frames = new WeakMap<E, { streamId: string; text: string }>();
  return {
    ...encoder,
    event(streamId, event) {
      const known = frames.get(event);
      if (known?.streamId === streamId) return known.text;
      const text = encoder.event(streamId, event);
      frames.set(event, { streamId, text });
      return text;
    },
  };
}

/** The primary API's wording, of any stream. */
function primary<E extends { readonly type: string; readonly sequence: number }>(): EventEncoder<E> {
  return cached<E>({
    event(streamId, { type, ...data }) {
      return frame(type, data, `${streamId}:${data.sequence}`);
    },
    heartbeat: (sequence, at) => frame('heartbeat', { sequence, at }),
    reset: (streamId, sequence, at, reason) => frame('reset', { sequence, at, reason }, `${streamId}:${sequence}`),
    unauthorized: (sequence, at) => frame('unauthorized', { sequence, at }),
  });
}
export const primaryEncoder = primary<WorldEvent>();
export const campaignEncoder = primary<CampaignEvent>();
