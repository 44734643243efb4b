import type { Clock } from '../storage/clock.ts';

/** What the live hub and the commands need of the world around them; small, so that tests drive all of it. */

/** Tells when the machine woke from sleep. Returns the way to stop listening. */
export interface PowerEvents {
  onResume(listener: () => void): () => void;
}

/** Tells when the network changed (address, adapter, online again). Returns the way to stop listening. */
export interface NetworkEvents {
  onChange(listener: () => void): () => void;
}

/** Resolves after `ms` on the given clock. */
export function sleep(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
