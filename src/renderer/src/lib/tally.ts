import { type NextFrame, nextFrame } from './frame.ts';
import { createFrameGate } from './frame-gate.ts';
import type { RowStore } from './row-store.ts';

/** How many rows carry each key. A new object whenever a count changed. */
export interface Tally {
  readonly of: (key: string) => number;
  /** The keys that start so, with their counts, most first: what values there are of an open enumeration. */
  readonly under: (prefix: string) => readonly { readonly key: string; readonly count: number }[];
}

export interface TallyStore {
  readonly get: () => Tally;
  readonly subscribe: (changed: () => void) => () => void;
  readonly close: () => void;
}

/** Counts a store's rows by the keys that `keysOf` gives each, following changes without a pass over all rows. */
export function createTally<T extends object>(
  store: RowStore<T>,
  keysOf: (row: T) => readonly string[],
  frames: NextFrame = nextFrame,
): TallyStore {
  const counts = new Map<string, number>();
  const listeners = new Set<() => void>();
  let current = tallyOf(counts);
  /** A row is counted when it comes and again when it goes: its keys are made once. */
  const keys = new WeakMap<T, readonly string[]>();
  const keysFor = (row: T) => {
    const known = keys.get(row) ?? keysOf(row);
    keys.set(row, known);
    return known;
  };

  const add = (row: T | undefined, by: number) => {
    if (row === undefined) return;
    for (const key of keysFor(row)) {
      const count = (counts.get(key) ?? 0) + by;
      if (count > 0) counts.set(key, count);
      else counts.delete(key);
    }
  };
  const recount = () => {
    counts.clear();
    for (const row of store.values()) add(row, 1);
  };
  const gate = createFrameGate(() => {
    current = tallyOf(counts);
    for (const listener of listeners) listener();
  }, frames);
  const unsubscribe = store.subscribe((changes) => {
    if (changes.all) recount();
    else
      for (const { before, after } of changes.changes) {
        add(before, -1);
        add(after, 1);
      }
    gate.request();
  });
  recount();

  return {
    get: () => current,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    close: () => {
      unsubscribe();
      gate.close();
    },
  };
}

function tallyOf(counts: ReadonlyMap<string, number>): Tally {
  return {
    of: (key) => counts.get(key) ?? 0,
    under: (prefix) =>
      [...counts]
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, count]) => ({ key: key.slice(prefix.length), count }))
        .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)),
  };
}
