import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Envelope } from '../../shared/ipc/envelope.ts';
import { FRAME_MS, HIDDEN_MS } from './pace.ts';
import { StreamPump } from './stream-pump.ts';

/** A clock that only the test moves. */
function driven() {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after: (ms: number, run: () => void) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms: number) {
      const end = now + ms;
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
}

/** A source that counts, and hands over all numbers since the last take. */
function counting() {
  let pending: number[] = [];
  let notify = (): void => undefined;
  let closed = false;
  return {
    open: (changed: () => void) => {
      notify = changed;
      pending = [0];
      return {
        take: () => (pending.length === 0 ? undefined : pending.splice(0)),
        close: () => {
          closed = true;
        },
      };
    },
    add: (value: number) => {
      pending.push(value);
      notify();
    },
    isClosed: () => closed,
  };
}

function setUp(pace = FRAME_MS) {
  const clock = driven();
  const source = counting();
  const sent: Envelope<unknown>[] = [];
  const pump = new StreamPump('1', { send: (_id, batch) => sent.push(batch), pace: () => pace }, clock);
  pump.start(source.open);
  return { clock, source, sent, pump };
}

describe('StreamPump', () => {
  it('sends the snapshot at once and then waits for the acknowledgement', () => {
    const { clock, source, sent, pump } = setUp();
    clock.advance(0);
    expect(sent).toEqual([{ ok: true, value: [0] }]);
    source.add(1);
    source.add(2);
    clock.advance(1000);
    expect(sent).toHaveLength(1);
    pump.acknowledge();
    clock.advance(0);
    expect(sent[1]).toEqual({ ok: true, value: [1, 2] });
  });

  it.each([
    ['a visible window', FRAME_MS],
    ['a hidden window', HIDDEN_MS],
  ])('sends at most once per pace to %s', (_who, pace) => {
    const { clock, source, sent, pump } = setUp(pace);
    clock.advance(0);
    pump.acknowledge();
    source.add(1);
    clock.advance(pace - 1);
    expect(sent).toHaveLength(1);
    clock.advance(1);
    expect(sent).toHaveLength(2);
  });

  it('loses and repeats nothing, whatever the order of changes, acknowledgements and time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant('add'), fc.constant('ack'), fc.integer({ min: 0, max: 50 }))),
        (steps) => {
          const { clock, source, sent, pump } = setUp();
          let added = 0;
          for (const step of steps) {
            if (step === 'add') source.add(++added);
            else if (step === 'ack') pump.acknowledge();
            else if (typeof step === 'number') clock.advance(step);
          }
          for (let round = 0; round < 3; round++) {
            clock.advance(100);
            pump.acknowledge();
          }
          const seen = sent.flatMap((batch) => (batch.ok ? (batch.value as number[]) : []));
          expect(seen).toEqual(Array.from({ length: added + 1 }, (_, index) => index));
        },
      ),
    );
  });

  it('tells the window when a source cannot be opened, and closes the source with the stream', () => {
    const sent: Envelope<unknown>[] = [];
    const pump = new StreamPump('1', { send: (_id, batch) => sent.push(batch), pace: () => FRAME_MS }, driven());
    pump.start(() => {
      throw new Error('secret');
    });
    expect(sent).toEqual([{ ok: false, failure: { code: 'internal', message: 'Error' } }]);
    const { source, pump: other } = setUp();
    other.close();
    expect(source.isClosed()).toBe(true);
  });
});
