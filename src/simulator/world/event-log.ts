import type { EventSource, WorldEvent } from './world-port.ts';

interface Numbered {
  readonly sequence: number;
}
/** An event before it gets its sequence number. */
type Unnumbered<E extends Numbered> = E extends Numbered ? Omit<E, 'sequence'> : never;

/** The tenant's stream: gives out gapless numbers, keeps the latest events in a ring, tells listeners at once. */
export interface EventLog<E extends Numbered = WorldEvent> extends EventSource<E> {
  readonly sequence: number;
  /** How many listen. */
  readonly listeners: number;
  append(event: Unnumbered<E>): void;
}

/** Makes a log that keeps the `capacity` latest events for replay. Throws RangeError on a capacity below one. */
export function createEventLog<E extends Numbered = WorldEvent>(capacity: number): EventLog<E> {
  if (!Number.isInteger(capacity) || capacity < 1) throw new RangeError('The event buffer holds at least one event');
  const ring: E[] = [];
  const listeners = new Set<(event: E) => void>();
  let sequence = 0;
  return {
    get sequence() {
      return sequence;
    },
    get listeners() {
      return listeners.size;
    },
    append(unnumbered) {
      sequence += 1;
      // What append takes is an event without its number: with it, it is whole again.
      const event = Object.freeze({ ...unnumbered, sequence }) as unknown as E;
      ring[(sequence - 1) % capacity] = event;
      for (const listener of listeners) listener(event);
    },
    since(after) {
      // A number that was never given out belongs to another stream: the caller must start afresh.
      if (!Number.isInteger(after) || after < 0 || after > sequence || after < sequence - ring.length) return undefined;
      const events: E[] = [];
      for (let s = after + 1; s <= sequence; s += 1) {
        const event = ring[(s - 1) % capacity];
        if (event !== undefined) events.push(event);
      }
      return events;
    },
    subscribe(listener) {
      // A wrapper of its own, so that the same function subscribed twice is told twice and stopped once each.
      const own = (event: E) => listener(event);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
}
