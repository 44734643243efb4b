import type { NextFrame } from './frame.ts';

/** A slower pace than frames that takes a frame which is made anyway rather than one of its own. */
export interface Pace {
  readonly frames: NextFrame;
  /** A frame is being made: what has waited its time runs now. */
  readonly join: () => void;
}

/** By how much longer a task waits when no frame comes along, in shares of its time. */
const PATIENCE = 1.4;

/**
 * For figures that nobody reads sixty times a second: each frame costs the window several times what is drawn in it, so
 * what is slow joins what is quick.
 * @param ms the least that a task waits; it has a frame of its own somewhat later when no other comes along
 */
export function createPace(ms: number, now: () => number = () => performance.now()): Pace {
  const waiting = new Set<{ readonly since: number; readonly run: () => void }>();
  return {
    frames: (task) => {
      const entry = {
        since: now(),
        run: () => {
          clearTimeout(timer);
          waiting.delete(entry);
          task();
        },
      };
      const timer = setTimeout(entry.run, ms * PATIENCE);
      waiting.add(entry);
      return () => {
        clearTimeout(timer);
        waiting.delete(entry);
      };
    },
    join: () => {
      const due = now() - ms;
      for (const entry of [...waiting]) if (entry.since <= due) entry.run();
    },
  };
}
