import { type Arrival, arrive } from '../cast/arrivals.ts';
import type { LiveConversation } from '../live-conversation.ts';
import { createModelPool } from '../model-pool.ts';
import { admitFromPast, type PlayParts, playUntil, unheard } from './past.ts';

/** Makes up single conversations that began before the world did: the calls of campaigns. Nothing is told. */
export interface Past {
  /** One that is over: archived. */
  finished(arrival: Omit<Arrival, 'number'>): LiveConversation;
  /** One that goes on. @param begin and @param longest as {@link admitFromPast} takes them */
  inProgress(begin: () => Omit<Arrival, 'number' | 'at'>, longest: number): LiveConversation;
}

export function createPast(given: Omit<PlayParts, 'scene'>): Past {
  const { clock, engine, profile, recorder, records, seed } = given;
  const scene = { ...engine.scene, pool: createModelPool(Number.POSITIVE_INFINITY), meter: unheard };
  const parts: PlayParts = { ...given, scene };

  function quietly<T>(make: () => T): T {
    recorder.quiet = true;
    try {
      return make();
    } finally {
      recorder.quiet = false;
      recorder.at = clock.now();
    }
  }

  return {
    finished: (arrival) =>
      quietly(() => {
        const live = arrive(seed, profile, { ...arrival, number: engine.nextNumber() });
        playUntil(live, parts, Number.POSITIVE_INFINITY);
        recorder.seal(live);
        records.archive(live);
        return live;
      }),
    inProgress: (begin, longest) => quietly(() => admitFromPast(parts, clock.now(), begin, longest)),
  };
}
