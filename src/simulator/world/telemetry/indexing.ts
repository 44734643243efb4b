import type { Rng } from '../random.ts';

/** Documents that came in and are yet to be indexed. */
export interface Indexing {
  readonly queue: number;
  /** Documents indexed since it was last asked. */
  takeIndexed(): number;
  /** Lets time pass. A document is embedded by a model: without a free place of the pool none is. */
  advance(now: number, state: { readonly modelFull: boolean; readonly sourceDown: boolean }): void;
}

/**
 * The knowledge source is looked through every few minutes; what changed there queues, and is indexed one by one.
 *
 * @param start world time of its begin, ms
 */
export function createIndexing(rng: Rng, start: number): Indexing {
  let queue = 0;
  let indexed = 0;
  let nextSync = start + rng.between(60_000, 600_000);
  let nextDone = Number.POSITIVE_INFINITY;
  const workMs = () => rng.between(3_000, 9_000);
  return {
    get queue() {
      return queue;
    },
    takeIndexed() {
      const taken = indexed;
      indexed = 0;
      return taken;
    },
    advance(now, { modelFull, sourceDown }) {
      for (;;) {
        const next = Math.min(nextSync, nextDone);
        if (next > now) return;
        if (nextSync <= nextDone) {
          // While the source is down nothing comes; what changed meanwhile comes with the first look after it.
          if (!sourceDown) {
            if (queue === 0) nextDone = nextSync + workMs();
            queue += rng.int(2, 30);
          }
          nextSync += rng.between(300_000, 1_500_000);
        } else if (modelFull) nextDone = now + 1_000;
        else {
          queue -= 1;
          indexed += 1;
          nextDone = queue === 0 ? Number.POSITIVE_INFINITY : nextDone + workMs();
        }
      }
    },
  };
}
