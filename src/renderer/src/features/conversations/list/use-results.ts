import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type ArchivePage, type ArchiveQuery, MOST_BEHIND } from '../../../../../shared/models/archive.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { idsWithin } from '../../../lib/id-list.ts';
import { PAGE } from '../../../table/paged-rows.ts';
import { ResultStore } from './result-store.ts';
import { useNewer } from './use-newer.ts';

/** Pages in a row that bring nothing new, read without being asked for: so many came in front meanwhile. */
const MOST_KNOWN = 20;

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
  /** Reads on after a page failed, also where the instance forgot the place; undefined unless one did. */
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
  /** The total that came with the first page. */
  readonly readTotal?: number | undefined;
  /** Why the next page did not come. */
  readonly failure?: Failure | undefined;
  /** Why what was read before and let go could not be read again. */
  readonly lost?: Failure | undefined;
  readonly offline?: Failure | undefined;
  readonly byPattern?: boolean;
  readonly next?: string | undefined;
  /** The instance is known to have forgotten its marks: `next` as well. */
  readonly forgotten?: boolean;
}
/** Where a page begins: by the mark of the page before, or behind the last ones that were read. */
type Place = { readonly next: string } | { readonly behind: readonly string[] };

const EMPTY: State = { totalIsExact: true, loading: true, read: false };
const isForgotten = (failure: Failure | undefined): boolean => failure?.detail?.reason === 'cursor-expired';

/** Reads a search page by page, as the table asks for more. `query` must keep its identity while it is the same. */
export function useResults(tenant: string, query: ArchiveQuery): Results {
  const [state, setState] = useState<State>(EMPTY);
  const [turn, setTurn] = useState(0);
  const asking = useRef<object>(undefined);
  const ask = useCallback(
    (place?: Place): Promise<ArchivePage> =>
      call((api) => api.archive.search({ tenant, query, limit: PAGE, ...place })),
    [tenant, query],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn reads the same search again
  const store = useMemo(
    () =>
      new ResultStore({
        ask: (mark) => ask(mark === undefined ? undefined : { next: mark }),
        failed: (thrown) => setState((before) => ({ ...before, lost: failureOf(thrown) })),
      }),
    [ask, turn],
  );

  const load = useCallback(
    async (first: Place | undefined) => {
      const mine = {};
      asking.current = mine;
      setState((before) => ({ ...before, loading: true, failure: undefined }));
      try {
        let place = first;
        for (let pages = 0; pages < MOST_KNOWN; pages += 1) {
          const page = await ask(place);
          if (asking.current !== mine) return;
          const here = page.byPattern === true || page.offline !== undefined;
          if (place === undefined) store.keeps(here ? page.items : (page.local ?? []));
          const fresh = here ? 0 : store.add(page);
          if (page.next === undefined) store.addOnlyHere();
          setState((before) => stateAfter(before, page, place === undefined));
          if (fresh > 0 || page.next === undefined) break;
          place = { next: page.next };
        }
        setState((before) => ({ ...before, loading: false }));
      } catch (thrown) {
        if (asking.current !== mine) return;
        setState((before) => ({ ...before, loading: false, failure: failureOf(thrown) }));
      }
    },
    [ask, store],
  );

  useEffect(() => {
    setState(EMPTY);
    void load(undefined);
    return () => {
      asking.current = undefined;
    };
  }, [load]);

  const { offline, byPattern = false, next, loading, failure, lost } = state;
  const hasNewer = offline === undefined && !byPattern;
  const newer = useNewer(tenant, query, hasNewer ? state.readTotal : undefined, state.readAt);
  const forgotten = state.forgotten === true;
  const loadOn = useCallback(
    (lost: boolean) => {
      const { ids } = store.view();
      if (next === undefined) return;
      void load(lost ? { behind: idsWithin(ids, ids.length - MOST_BEHIND) } : { next });
    },
    [next, load, store],
  );
  const more = useCallback(() => {
    // A page that failed is asked for again by the operator, not by each turn of the wheel.
    if (!loading && failure === undefined) loadOn(forgotten);
  }, [loading, failure, forgotten, loadOn]);
  const goOn = () => {
    const marksAreGone = isForgotten(lost) || isForgotten(failure);
    setState((before) => ({ ...before, lost: undefined, forgotten: marksAreGone || before.forgotten === true }));
    store.readOn(marksAreGone);
    if (failure !== undefined) loadOn(marksAreGone || forgotten);
  };
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return {
    store,
    total: state.total,
    totalIsExact: state.totalIsExact,
    loading,
    read: state.read,
    readAt: state.readAt,
    failure: failure ?? lost,
    offline,
    byPattern,
    newer,
    more,
    goOn: lost !== undefined || (failure !== undefined && next !== undefined) ? goOn : undefined,
    again,
  };
}

function stateAfter(before: State, page: ArchivePage, isFirst: boolean): State {
  return {
    total: page.total ?? before.total,
    totalIsExact: page.totalIsExact,
    loading: true,
    read: true,
    readAt: isFirst ? Date.now() : (before.readAt ?? Date.now()),
    readTotal: isFirst ? page.total : before.readTotal,
    next: page.next,
    lost: before.lost,
    offline: page.offline,
    byPattern: page.byPattern === true,
  };
}
