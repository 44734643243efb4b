import { DueHeap } from './due-heap.ts';
import type { WorldClock } from './world-port.ts';

/** A fixed moment in working hours of all three tenants, so that driven runs read alike on any day. */
export const drivenStart = Date.UTC(2026, 2, 10, 15, 0, 0);

/**
 * Makes the world's clock.
 * `real` is the machine's clock: what the world stamps agrees with the HTTP `Date` header and token lifetimes, so
 * the option `speed` hastens what happens and never the time of day.
 * `driven` stands still until `advance`, which runs what falls due in order, at its own moment.
 */
export function createClock(mode: 'real' | 'driven', startAt?: number): WorldClock {
  return mode === 'driven' ? createDrivenClock(startAt ?? drivenStart) : createRealClock(startAt);
}

function createRealClock(startAt: number | undefined): WorldClock {
  const offset = startAt === undefined ? 0 : startAt - Date.now();
  const now = () => Date.now() + offset;
  return {
    mode: 'real',
    now,
    schedule(atMs, fn) {
      const timer = setTimeout(fn, Math.max(0, atMs - now()));
      return () => clearTimeout(timer);
    },
    advance() {
      throw new Error('A real clock cannot be advanced; make the world with clock "driven"');
    },
  };
}

function createDrivenClock(startAt: number): WorldClock {
  const due = new DueHeap<{ readonly at: number; fn: (() => void) | undefined }>();
  let time = startAt;
  let advancing = false;
  return {
    mode: 'driven',
    now: () => time,
    schedule(atMs, fn) {
      const timer: { readonly at: number; fn: (() => void) | undefined } = { at: Math.max(atMs, time), fn };
      due.push(timer.at, timer);
      return () => {
        timer.fn = undefined;
      };
    },
    advance(ms) {
      if (!(ms >= 0) || !Number.isFinite(ms)) throw new RangeError('A clock is advanced by a positive number of ms');
      if (advancing) throw new Error('A timer must not advance the clock that runs it');
      advancing = true;
      const until = time + ms;
      try {
        while (due.nextDue <= until) {
          const timer = due.pop();
          if (timer === undefined) break;
          time = Math.max(time, timer.at);
          timer.fn?.();
        }
        time = until;
      } finally {
        advancing = false;
      }
    },
  };
}
