import { createContext, use, useSyncExternalStore } from 'react';
import type { Span } from './line.ts';

/** What all charts of a page share: the time under the pointer, and the span that was dragged over. */
export interface CrossHair {
  readonly time: () => number | undefined;
  readonly point: (time: number | undefined) => void;
  readonly selection: () => Span | undefined;
  readonly select: (span: Span | undefined) => void;
  readonly subscribe: (changed: () => void) => () => void;
}

/** Makes the cross-hair of one page. */
export function createCrossHair(): CrossHair {
  const listeners = new Set<() => void>();
  let time: number | undefined;
  let selection: Span | undefined;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    time: () => time,
    point(next) {
      if (next === time) return;
      time = next;
      tell();
    },
    selection: () => selection,
    select(span) {
      selection = span;
      tell();
    },
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

export const CrossHairContext = createContext<CrossHair>(createCrossHair());

export function useCrossHair(): CrossHair {
  return use(CrossHairContext);
}

/** The time under the pointer, in whichever chart of the view that is. */
export function usePointedTime(): number | undefined {
  const hair = useCrossHair();
  return useSyncExternalStore(hair.subscribe, hair.time);
}

export function useSelection(): Span | undefined {
  const hair = useCrossHair();
  return useSyncExternalStore(hair.subscribe, hair.selection);
}
