import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventLog } from './event-log.ts';
import type { WorldEvent } from './world-port.ts';

function note(n: number) {
  const transition = { index: n, at: '', from: 'a', event: 'b', to: 'c' };
  return { type: 'state.changed' as const, at: '', transcriptId: 'c-1', revision: n, transition };
}

describe('the event log', () => {
  it('replays exactly what came after a number it still holds, and says so when it does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.nat(40),
        fc.integer({ min: -2, max: 45 }),
        (capacity, count, after) => {
          const log = createEventLog(capacity);
          for (let n = 1; n <= count; n += 1) log.append(note(n));
          const held = after >= 0 && after <= count && after >= count - capacity;
          const expected = Array.from({ length: count - after }, (_, i) => after + 1 + i);
          expect(log.since(after)?.map(({ sequence }) => sequence)).toEqual(held ? expected : undefined);
        },
      ),
    );
  });

  it('tells each subscription once, in order, until it is stopped', () => {
    const log = createEventLog(3);
    const seen: number[] = [];
    const listener = ({ sequence }: WorldEvent) => seen.push(sequence);
    const stopFirst = log.subscribe(listener);
    log.subscribe(listener);
    log.append(note(1));
    stopFirst();
    stopFirst();
    log.append(note(2));
    expect(seen).toEqual([1, 1, 2]);
    expect(log.sequence).toBe(2);
  });

  it('does not accept a buffer that holds nothing', () => {
    expect(() => createEventLog(0)).toThrow(RangeError);
  });
});
