import type { Clock } from './clock.ts';

export interface WriteBehind {
  /** Says that something changed; it will be written within `delayMs` plus the time the disk needs. */
  changed(): void;
  /** Writes what is not yet written. @throws what the last write threw */
  flush(): Promise<void>;
}

/** A write that failed is tried again after this time: a full disk may have room by then. */
const RETRY_MS = 5_000;

/**
 * Gathers changes for a moment and writes them in one go, one write at a time. The delay counts from the first change
 * and is not put off by further ones, so steady typing cannot keep text from the disk.
 *
 * @param write writes everything as it is when called
 * @param onFailure told of a write that failed; the change stays pending, and is written with the next one or 5 s later
 */
export function createWriteBehind(
  clock: Clock,
  delayMs: number,
  write: () => Promise<void>,
  onFailure: (error: unknown) => void,
): WriteBehind {
  let dirty = false;
  let cancelTimer: (() => void) | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let running: Promise<void> = Promise.resolve();

  const run = (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = undefined;
    dueAt = Number.POSITIVE_INFINITY;
    running = running
      .catch(() => undefined)
      .then(async () => {
        if (!dirty) return;
        dirty = false;
        try {
          await write();
        } catch (error) {
          dirty = true;
          writeIn(RETRY_MS);
          throw error;
        }
      });
    return running;
  };

  const writeIn = (ms: number): void => {
    const at = clock.now() + ms;
    if (at >= dueAt) return;
    cancelTimer?.();
    dueAt = at;
    cancelTimer = clock.after(ms, () => {
      run().catch(onFailure);
    });
  };

  return {
    changed() {
      dirty = true;
      writeIn(delayMs);
    },
    flush: run,
  };
}
