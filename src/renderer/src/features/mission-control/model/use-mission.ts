import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Board } from '../../../../../shared/models/board.ts';
import { bridge } from '../../../bridge/bridge.ts';
import type { Span } from '../../../charts/line.ts';
import { createMissionStore, type MissionState, type MissionStore } from './mission-store.ts';

/** Mission Control's data for a tenant and a board; `zoom` holds the charts at a span of the past. */
export function useMission(tenant: string, board: Board | undefined, zoom: Span | undefined): MissionStore {
  const [store] = useState(() => createMissionStore({ api: bridge(), tenant }));
  // Kept open while tiles come and go.
  useEffect(() => store.subscribe(() => undefined), [store]);
  const tiles = board?.tiles;
  const range = board?.range;
  const compare = board?.compare;
  const shown = useMemo(
    () => (tiles === undefined || range === undefined || compare === undefined ? undefined : { tiles, range, compare }),
    [tiles, range, compare],
  );
  useEffect(() => {
    if (shown !== undefined) store.show(shown, zoom);
  }, [store, shown, zoom]);
  return store;
}

/**
 * A part of what Mission Control shows: renders only when that part becomes another one.
 *
 * @param select keep its identity unless it returns a plain value
 * @param same whether two parts say the same
 */
export function useMissionPart<T>(
  store: Pick<MissionStore, 'subscribe' | 'state'>,
  select: (state: MissionState) => T,
  same: (one: T, other: T) => boolean = Object.is,
): T {
  const part = useMemo(() => {
    let known: { readonly state: MissionState; readonly part: T } | undefined;
    return () => {
      const state = store.state();
      if (known?.state === state) return known.part;
      const next = select(state);
      known = { state, part: known !== undefined && same(known.part, next) ? known.part : next };
      return known.part;
    };
  }, [store, select, same]);
  return useSyncExternalStore(store.subscribe, part);
}

/** All of it, for what shows little of much. */
export function useMissionState(store: MissionStore): MissionState {
  return useSyncExternalStore(store.subscribe, store.state);
}
