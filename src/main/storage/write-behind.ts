import type { Clock } from './clock.ts';

export interface WriteBehind {
  /** Says that something changed; it will be written within `delayMs` plus the time the disk needs. */
  changed(): void;
  /** Writes what is not yet written. @throws what the last write threw */
  flush(): Promise<void>;
}

/**
 * Gathers changes for a moment and writes them in one go, one write at a time. The delay counts from the first change
 * and is not put off by further ones, so steady typing cannot keep text from the disk.
 *
 * @param write writes everything as it is when called
 * @param onFailure told of a write that failed; the change stays pending and goes with the next write
 */
export function createWriteBehind(
  clock: Clock,
  delayMs: number,
  write: () => Promise<void>,
  onFailure: (error: unknown) => void,
): WriteBehind {
  let dirty = false;
  let cancelTimer: (() => void) | undefined;
  let running: Promise<void> = Promise.resolve();

  const run = (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = undefined;
    running = running
      .catch(() => undefined)
      .then(async () => {
        if (!dirty) return;
        dirty = false;
        try {
          await write();
        } catch (error) {
          dirty = true;
          throw error;
        }
      });
    return running;
  };

  return {
    changed() {
      dirty = true;
      cancelTimer ??= clock.after(delayMs, () => {
        run().catch(onFailure);
      });
    },
    flush: run,
  };
}
