import { useCallback, useEffect, useRef, useState } from 'react';
import type { Page } from '../../../shared/models/campaign.ts';
import type { Failure } from '../../../shared/models/failure.ts';
import { failureOf } from '../bridge/failure.ts';
import { createPageStore, type PageStore } from './page-store.ts';

/** Rows that a window holds of one list; whoever needs others narrows it. */
export const MOST_ROWS = 20_000;

export interface Pages<T> {
  readonly store: PageStore<T>;
  readonly total: number | undefined;
  /** Rows read so far. */
  readonly count: number;
  readonly loading: boolean;
  /** Whether a first page has come. */
  readonly read: boolean;
  /** Epoch ms, this machine's clock: when the first page came. */
  readonly readAt: number | undefined;
  readonly failure: Failure | undefined;
  /** Whether there are more that can be read. */
  readonly hasMore: boolean;
  /** True when the window holds as many as it does, and there are more. */
  readonly full: boolean;
  readonly more: () => void;
  /** Reads from the first page again. */
  readonly again: () => void;
}

interface State {
  readonly total?: number | undefined;
  readonly count: number;
  readonly loading: boolean;
  readonly read: boolean;
  readonly readAt?: number;
  readonly failure?: Failure | undefined;
  readonly next?: string | undefined;
}
const EMPTY: State = { count: 0, loading: true, read: false };

/** Reads a list page by page, as it is asked for. `ask` must keep its identity while it asks for the same list. */
export function usePages<T extends { readonly id: string }>(
  ask: (next: string | undefined) => Promise<Page<T>>,
): Pages<T> {
  const [store] = useState(() => createPageStore<T>(({ id }) => id));
  const [state, setState] = useState<State>(EMPTY);
  const [turn, setTurn] = useState(0);
  const asking = useRef<object>(undefined);

  const load = useCallback(
    async (next: string | undefined) => {
      const mine = {};
      asking.current = mine;
      setState((before) => ({ ...before, loading: true, failure: undefined }));
      try {
        const page = await ask(next);
        if (asking.current !== mine) return;
        if (next === undefined) store.clear();
        store.add(page.items);
        setState((before) => ({
          total: page.total ?? before.total,
          count: store.view().ids.length,
          loading: false,
          read: true,
          readAt: next === undefined ? Date.now() : (before.readAt ?? Date.now()),
          next: page.next,
        }));
      } catch (thrown) {
        if (asking.current !== mine) return;
        setState((before) => ({ ...before, loading: false, failure: failureOf(thrown) }));
      }
    },
    [ask, store],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn reads the same list again
  useEffect(() => {
    void load(undefined);
    return () => {
      asking.current = undefined;
    };
  }, [load, turn]);

  const { next, loading, count } = state;
  const full = next !== undefined && count >= MOST_ROWS;
  const more = useCallback(() => {
    if (next !== undefined && !loading && count < MOST_ROWS) void load(next);
  }, [next, loading, count, load]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return {
    store,
    total: state.total,
    count,
    loading,
    read: state.read,
    readAt: state.readAt,
    failure: state.failure,
    hasMore: next !== undefined && !full,
    full,
    more,
    again,
  };
}
