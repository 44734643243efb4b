import { useEffect, useMemo, useState } from 'react';
import { bridge } from '../../../bridge/bridge.ts';
import { recordPaints } from '../../../bridge/paint-stats.ts';
import { idsWithin } from '../../../lib/id-list.ts';
import { type LiveData, openLiveData } from '../model/live-data.ts';

/** Opens the tenant's stream while the view is there. */
export function useLiveData(tenant: string): LiveData | undefined {
  const [data, setData] = useState<LiveData>();
  useEffect(() => {
    const opened = openLiveData({ api: bridge(), tenant, onPaints: recordPaints });
    setData(opened);
    return () => opened.close();
  }, [tenant]);
  return data;
}

/** Ids of one instance are alike: a look at some of them tells how long they get. */
const IDS_LOOKED_AT = 200;
const SHORTEST_ID = 8;
const LONGEST_ID = 40;

/** How long the identifiers are, in characters. */
export function useIdLength(data: LiveData, loaded: boolean): number {
  return useMemo(() => {
    const some = loaded ? idsWithin(data.order.view().ids, 0, IDS_LOOKED_AT) : [];
    return Math.min(
      LONGEST_ID,
      some.reduce((longest, id) => Math.max(longest, id.length), SHORTEST_ID),
    );
  }, [data, loaded]);
}
