import { every, type NextFrame } from './frame.ts';
import { createFrameGate } from './frame-gate.ts';
import type { RowStore } from './row-store.ts';

/** Tells main what a window shows, so that it is told of that at once and of the rest only what it needs. */
export interface SightReporter<A extends string> {
  /** Rows that have to be up to date though they are not on screen: those chosen for a command. */
  readonly include: (ids: Iterable<string>) => void;
  /** What of all other rows the window has to know. */
  readonly follow: (aspects: Iterable<A>) => void;
  /** Tells it once more: the other end began anew. */
  readonly again: () => void;
  readonly close: () => void;
}

interface SightOptions<A extends string> {
  readonly rows: Pick<RowStore<{ readonly id: string }>, 'shown' | 'subscribeShown'>;
  readonly follow: Iterable<A>;
  readonly look: (shown: readonly string[], follow: readonly A[]) => void;
  readonly frames?: NextFrame;
}

/** How often main is told at most, in milliseconds: a scroll moves rows in and out of sight with every frame. */
const SIGHT_MS = 50;

/** Watches which rows of a store are on screen and tells when that changed. */
export function createSightReporter<A extends string>(options: SightOptions<A>): SightReporter<A> {
  const { rows, look, frames = every(SIGHT_MS) } = options;
  let included: ReadonlySet<string> = new Set();
  let followed: ReadonlySet<A> = new Set(options.follow);
  let told: { readonly shown: ReadonlySet<string>; readonly followed: ReadonlySet<A> } | undefined;
  let asked = false;
  let closed = false;

  const gate = createFrameGate(() => {
    const shown = new Set([...rows.shown(), ...included]);
    if (told !== undefined && sameSet(told.shown, shown) && sameSet(told.followed, followed)) return;
    told = { shown, followed };
    look([...shown], [...followed]);
  }, frames);
  /** Rows come and go one by one while a screen is drawn: they are told together. */
  const ask = () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      if (!closed) gate.request();
    });
  };
  const unsubscribe = rows.subscribeShown(ask);
  ask();

  return {
    include: (ids) => {
      included = new Set(ids);
      ask();
    },
    follow: (aspects) => {
      followed = new Set(aspects);
      ask();
    },
    again: () => {
      told = undefined;
      ask();
    },
    close: () => {
      closed = true;
      unsubscribe();
      gate.close();
    },
  };
}

function sameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false;
  for (const item of a) if (!b.has(item)) return false;
  return true;
}
