import { useSyncExternalStore } from 'react';
import { seconds } from '../lib/clock.ts';

let now = Date.now();

/** On the window's one tick: whatever changes with a second is laid out and painted in the same frame. */
function subscribe(changed: () => void): () => void {
  now = Date.now();
  return seconds.subscribe((at) => {
    now = at;
    changed();
  });
}

/** The time by this computer's clock, renewed once a second. For rows of a table use a ticker that skips React. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}
