import { useCallback, useEffect, useRef, useState } from 'react';
import { type ArchiveHit, type ArchiveQuery, MOST_BEHIND } from '../../../../../shared/models/archive.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { createResultStore, type ResultStore } from './result-store.ts';

const PAGE = 100;
/** How often it is asked whether there are more by now, ms. */
const LOOK_MS = 20_000;

export interface Results {
  readonly store: ResultStore;
  readonly total: number | undefined;
  readonly totalIsExact: boolean;
  readonly loading: boolean;
  /** Whether a page of this search has come. */
  readonly read: boolean;
  readonly readAt: number | undefined;
  readonly failure: Failure | undefined;
  /** Why the instance did not answer, when all that is shown is from this machine. */
  readonly offline: Failure | undefined;
  /** The search has a regular expression: all that is shown is from this machine. */
  readonly byPattern: boolean;
  /** How many have been added at the instance since the list was read. */
  readonly newer: number;
  readonly more: () => void;
  /** Reads on behind what is shown after a page failed, also where the instance forgot the place; undefined unless one did. */
  readonly goOn: (() => void) | undefined;
  /** Reads from the first page again. */
  readonly again: () => void;
}

interface State {
  readonly total?: number | undefined;
  readonly totalIsExact: boolean;
  readonly loading: boolean;
  readonly read: boolean;
  readonly readAt?: number;
  readonly failure?: Failure | undefined;
  readonly offline?: Failure | undefined;
  readonly byPattern?: boolean;
  readonly next?: string | undefined;
  readonly newer: number;
}
/** Where a page begins: by the mark of the page before, or behind the last ones that were read. */
type Place = { readonly next: string } | { readonly behind: readonly string[] };

const EMPTY: State = { totalIsExact: true, loading: true, read: false, newer: 0 };

/** Reads a search page by page, as the table asks for more. `query` must keep its identity while it is the same. */
export function useResults(tenant: string, query: ArchiveQuery): Results {
  const [store] = useState(createResultStore);
  const [state, setState] = useState<State>(EMPTY);
  const [turn, setTurn] = useState(0);
  const asking = useRef<object>(undefined);
  const local = useRef<readonly ArchiveHit[]>([]);

  const load = useCallback(
    async (place: Place | undefined) => {
      const mine = {};
      asking.current = mine;
      setState((before) => ({ ...before, loading: true, failure: undefined }));
      try {
        const page = await call((api) => api.archive.search({ tenant, query, limit: PAGE, ...place }));
        if (asking.current !== mine) return;
        if (place === undefined) {
          store.clear();
          local.current = page.local ?? [];
        }
        store.add(page.items);
        // What only this machine still has comes after all that the instance found.
        if (page.next === undefined) {
          const only = local.current.filter(({ conversation }) => store.get(conversation.id) === undefined);
          store.add(only);
        }
        setState((before) => ({
          total: page.total ?? before.total,
          totalIsExact: page.totalIsExact,
          loading: false,
          read: true,
          readAt: place === undefined ? Date.now() : (before.readAt ?? Date.now()),
          next: page.next,
          offline: page.offline,
          byPattern: page.byPattern === true,
          newer: place === undefined ? 0 : before.newer,
        }));
      } catch (thrown) {
        if (asking.current !== mine) return;
        setState((before) => ({ ...before, loading: false, failure: failureOf(thrown) }));
      }
    },
    [tenant, query, store],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn reads the same search again
  useEffect(() => {
    store.clear();
    setState(EMPTY);
    void load(undefined);
    return () => {
      asking.current = undefined;
    };
  }, [load, store, turn]);

  const { total, read, offline, byPattern = false } = state;
  useEffect(() => {
    if (!read || total === undefined || offline !== undefined || byPattern) return undefined;
    const timer = setInterval(() => {
      call((api) => api.archive.search({ tenant, query, limit: 1 }))
        .then((page) => setState((before) => ({ ...before, newer: Math.max(0, (page.total ?? 0) - total) })))
        // The list says how old it is; a look that fails says nothing new.
        .catch(() => undefined);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [tenant, query, read, total, offline, byPattern]);

  const { next, loading, failure } = state;
  const more = useCallback(() => {
    // A page that failed is asked for again by the operator, not by each turn of the wheel.
    if (next !== undefined && !loading && failure === undefined) void load({ next });
  }, [next, loading, failure, load]);
  const goOn = () => {
    if (next === undefined) return;
    const isLost = failure?.detail?.reason === 'cursor-expired';
    void load(isLost ? { behind: store.view().ids.slice(-MOST_BEHIND) } : { next });
  };
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return {
    store,
    total,
    totalIsExact: state.totalIsExact,
    loading,
    read,
    readAt: state.readAt,
    failure,
    offline: state.offline,
    byPattern,
    newer: state.newer,
    more,
    goOn: failure === undefined || next === undefined ? undefined : goOn,
    again,
  };
}
