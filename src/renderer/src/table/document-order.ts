import { useEffect, useReducer, useState } from 'react';

/** How often rows change places in the document at most, in milliseconds; a change after a calm moment is followed at once. */
const SETTLE_MS = 2_000;

/**
 * The order in which rows stand in the document. Where a row is seen follows from its style alone, and its number is told
 * at once (`aria-rowindex`); the order in the document is for those who have the table read to them from the top. Each row
 * that changes places there is taken out, put in, styled, laid out and painted anew, which in a list that never rests costs
 * more than all else: so it follows a little later.
 * @param ids the rows as they are seen, from the top
 * @returns the same rows, in the order to render them in
 */
export function useDocumentOrder(ids: readonly string[]): readonly string[] {
  const [places] = useState(() => createDocumentOrder());
  const [, settle] = useReducer((turn: number) => turn + 1, 0);
  const { order, settled } = places(ids);
  useEffect(() => {
    if (settled) return;
    const timer = setInterval(settle, SETTLE_MS);
    return () => clearInterval(timer);
  }, [settled]);
  return order;
}

interface DocumentOrder {
  readonly order: readonly string[];
  /** Whether it is the order that is seen; else it has to be asked for again. */
  readonly settled: boolean;
}

/** What `useDocumentOrder` remembers. @param now ms of a steady clock */
export function createDocumentOrder(now: () => number = () => performance.now()) {
  let held: readonly string[] = [];
  let settledAt = Number.NEGATIVE_INFINITY;
  return (ids: readonly string[]): DocumentOrder => {
    const kept = keepPlaces(held, ids);
    const isSame = sameOrder(kept, ids);
    const settled = isSame || now() - settledAt >= SETTLE_MS;
    if (settled && !isSame) settledAt = now();
    held = settled ? ids : kept;
    return { order: held, settled };
  };
}

/** Those of `before` that are still there, in their order; each of the others after the one that it follows in `now`. */
export function keepPlaces(before: readonly string[], now: readonly string[]): readonly string[] {
  const [had, has] = [new Set(before), new Set(now)];
  const newcomers = new Map<string | undefined, string[]>();
  let after: string | undefined;
  for (const id of now) {
    if (had.has(id)) after = id;
    else newcomers.set(after, [...(newcomers.get(after) ?? []), id]);
  }
  const kept = before.filter((id) => has.has(id)).flatMap((id) => [id, ...(newcomers.get(id) ?? [])]);
  return [...(newcomers.get(undefined) ?? []), ...kept];
}

function sameOrder(a: readonly string[], b: readonly string[]): boolean {
  return a.every((id, index) => id === b[index]);
}
