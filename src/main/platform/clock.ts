/** Time as the platform client needs it; tests drive it. */
export interface PlatformClock {
  /** Epoch ms on this machine. */
  now(): number;
  /** Runs once after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's own clock. Its timers never keep the process alive. */
export const systemClock: PlatformClock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
