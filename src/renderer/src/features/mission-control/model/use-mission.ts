import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Board } from '../../../../../shared/models/board.ts';
import { bridge } from '../../../bridge/bridge.ts';
import type { Span } from '../../../charts/line.ts';
import { createMissionStore, type MissionState, type MissionStore } from './mission-store.ts';

/** Mission Control's data for a tenant and a board; `zoom` holds the charts at a span of the past. */
export function useMission(
  tenant: string,
  board: Board | undefined,
  zoom: Span | undefined,
): { readonly state: MissionState; readonly store: MissionStore } {
  const [store] = useState(() => createMissionStore({ api: bridge(), tenant }));
  const state = useSyncExternalStore(store.subscribe, store.state);
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
  return { state, store };
}
