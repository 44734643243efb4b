import { useEffect, useState } from 'react';
import type { ArchiveQuery } from '../../../../../shared/models/archive.ts';
import { call } from '../../../bridge/bridge.ts';

/** How often it is asked whether there are more by now, ms. */
const LOOK_MS = 20_000;

/**
 * How many more a search has at the instance than when it was read.
 * @param total how many it had; undefined: it is not asked.
 * @param readAt when that was: another reading counts anew.
 */
export function useNewer(
  tenant: string,
  query: ArchiveQuery,
  total: number | undefined,
  readAt: number | undefined,
): number {
  const [newer, setNewer] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another reading counts anew
  useEffect(() => setNewer(0), [tenant, query, readAt]);
  useEffect(() => {
    if (total === undefined) return undefined;
    let gone = false;
    const timer = setInterval(() => {
      call((api) => api.archive.search({ tenant, query, limit: 1 }))
        .then((page) => {
          if (!gone) setNewer(Math.max(0, (page.total ?? 0) - total));
        })
        // The list says how old it is; a look that fails says nothing new.
        .catch(() => undefined);
    }, LOOK_MS);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [tenant, query, total]);
  return newer;
}
