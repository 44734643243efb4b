import type { StreamSource } from '../world/world-port.ts';
import type { ResetReason } from './event-encoder.ts';

/**
 * Finds where a client that comes back left off.
 *
 * @param lastEventId `<streamId>:<sequence>`, undefined for a first visit
 * @returns the sequence to go on after, or why that cannot be done
 */
export function readEventId(
  lastEventId: string | undefined,
  source: StreamSource<unknown>,
): { readonly sequence: number } | { readonly reason: ResetReason } {
  if (lastEventId === undefined || lastEventId === '') return { sequence: source.sequence };
  const at = lastEventId.lastIndexOf(':');
  const digits = lastEventId.slice(at + 1);
  if (at < 1 || !/^\d{1,15}$/.test(digits)) return { reason: 'unreadable-id' };
  if (lastEventId.slice(0, at) !== source.streamId) return { reason: 'unknown-stream' };
  const sequence = Number(digits);
  if (sequence > source.sequence) return { reason: 'ahead' };
  return source.events.since(sequence) === undefined ? { reason: 'too-old' } : { sequence };
}
