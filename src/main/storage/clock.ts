/** Time as a dependency, so that tests drive it. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Runs once after `ms`; the answer cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** Longest delay a Node timer takes; beyond it the timer would fire at once. */
const LONGEST_TIMER = 2_147_483_647;

/** The real clock. Its timers do not keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), LONGEST_TIMER));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
