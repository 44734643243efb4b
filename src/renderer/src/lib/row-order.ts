import { type NextFrame, nextFrame } from './frame.ts';
import { createFrameGate } from './frame-gate.ts';
import type { IdList } from './id-list.ts';
import type { RowChanges, RowStore } from './row-store.ts';
import { byIdLast, type Compare, placeOf, resort } from './sorted-list.ts';

export interface OrderView {
  /** Ids in the order on screen. */
  readonly ids: IdList;
  /** Rows that would appear, go or move if the order on screen were renewed. */
  readonly waiting: number;
}

/** The order of a table: filtered, sorted, renewed at most once a frame, and held still on demand. */
export interface RowOrder<T> {
  readonly view: () => OrderView;
  readonly subscribe: (changed: () => void) => () => void;
  /** New rule, applied at once even while held: the operator asked for it. */
  readonly arrange: (compare: Compare<T>, matches: (row: T) => boolean) => void;
  /** Holds or frees the order under a name (`pointer`, `focus`); it is free when no name holds it. */
  readonly hold: (name: string, held: boolean) => void;
  /** Asks the same rule anew of every row, since the clock moved on; what changes waits while the order is held. */
  readonly reconsider: () => void;
  /** Puts what waits on screen now. */
  readonly renew: () => void;
  /** The row as it was last on screen, for one that has left the store while the order was held. */
  readonly lastShown: (id: string) => T | undefined;
  readonly close: () => void;
}

/** Keeps the order of a store's rows; a batch costs work in proportion to the rows whose place it changes. */
export function createRowOrder<T extends { readonly id: string }>(
  store: RowStore<T>,
  options: { readonly compare: Compare<T>; readonly matches: (row: T) => boolean; readonly frames?: NextFrame },
): RowOrder<T> {
  let compare = byIdLast(options.compare);
  let matches = options.matches;
  /** Sorted now, each row as it was when it was placed. */
  let sorted: readonly T[] = [];
  let placed = new Map<string, T>();
  /** As on screen. */
  const shown = new Map<string, T>();
  /** What left the store while on screen: kept in its place until the order is renewed. */
  const ghosts = new Map<string, T>();
  let view: OrderView = { ids: idsOf<T>([], () => undefined, compare), waiting: 0 };
  const waiting = new Set<string>();
  const removals = new Set<T>();
  const insertions = new Map<string, T>();
  const holders = new Set<string>();
  const listeners = new Set<() => void>();

  const settle = () => {
    if (removals.size === 0 && insertions.size === 0) return;
    sorted = resort(sorted, removals, [...insertions.values()], compare);
    removals.clear();
    insertions.clear();
  };
  const show = () => {
    settle();
    for (const id of waiting) {
      const row = placed.get(id);
      if (row === undefined) shown.delete(id);
      else shown.set(id, row);
    }
    waiting.clear();
    ghosts.clear();
    view = { ids: idsOf(sorted, (id) => shown.get(id), compare), waiting: 0 };
  };
  const publish = () => {
    // Nothing on screen cannot jump, so the first rows are shown even while the pointer rests there.
    const free = holders.size === 0 || view.ids.length === 0;
    if (free && waiting.size > 0) show();
    else if (view.waiting !== waiting.size) view = { ids: view.ids, waiting: waiting.size };
    else return;
    for (const listener of listeners) listener();
  };
  const gate = createFrameGate(publish, options.frames ?? nextFrame);

  const rebuild = () => {
    removals.clear();
    insertions.clear();
    sorted = [...store.values()].filter(matches).sort(compare);
    placed = new Map(sorted.map((row) => [row.id, row]));
  };
  const renew = () => {
    show();
    for (const listener of listeners) listener();
  };
  /** Notes whether a row's place on screen is out of date. */
  const note = (id: string) => {
    const now = placed.get(id);
    const then = shown.get(id);
    const same = now === undefined || then === undefined ? now === then : compare(now, then) === 0;
    if (same) waiting.delete(id);
    else waiting.add(id);
  };
  const place = (id: string, after: T | undefined) => {
    const before = placed.get(id);
    const wanted = after !== undefined && matches(after) ? after : undefined;
    if (before !== undefined && wanted !== undefined && compare(before, wanted) === 0) return;
    if (before === wanted) return;
    if (before !== undefined && !insertions.delete(id)) removals.add(before);
    if (wanted === undefined) placed.delete(id);
    else {
      placed.set(id, wanted);
      insertions.set(id, wanted);
    }
    note(id);
  };
  const noteAll = () => {
    for (const id of new Set([...placed.keys(), ...shown.keys()])) note(id);
  };
  const follow = (changes: RowChanges<T>) => {
    if (changes.all) {
      rebuild();
      noteAll();
    } else
      for (const { id, before, after } of changes.changes) {
        if (after === undefined && before !== undefined && shown.has(id)) ghosts.set(id, before);
        else ghosts.delete(id);
        place(id, after);
      }
    gate.request();
  };
  const unsubscribe = store.subscribe(follow);
  rebuild();
  noteAll();
  show();

  return {
    view: () => view,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    arrange: (nextCompare, nextMatches) => {
      compare = byIdLast(nextCompare);
      matches = nextMatches;
      rebuild();
      noteAll();
      renew();
    },
    reconsider: () => {
      rebuild();
      noteAll();
      gate.request();
    },
    hold: (name, held) => {
      if (held) holders.add(name);
      else holders.delete(name);
      if (holders.size === 0 && waiting.size > 0) gate.request();
    },
    renew,
    lastShown: (id) => ghosts.get(id) ?? shown.get(id),
    close: () => {
      unsubscribe();
      gate.close();
    },
  };
}

/** The ids of sorted rows, without a copy: ten thousand, several times a second, would cost more than finding what moved. */
function idsOf<T extends { readonly id: string }>(
  rows: readonly T[],
  placed: (id: string) => T | undefined,
  compare: Compare<T>,
): IdList {
  return {
    length: rows.length,
    at: (index) => rows[index]?.id,
    indexOf: (id) => {
      const row = placed(id);
      const index = row === undefined ? -1 : placeOf(rows, row, compare);
      // The row may have been placed anew since.
      return rows[index]?.id === id ? index : rows.findIndex((other) => other.id === id);
    },
  };
}
