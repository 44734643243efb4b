import { useEffect, useMemo, useRef, useState } from 'react';
import type { ConversationRow } from '../../../../shared/models/conversation.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { WallLayout } from '../../../../shared/models/wall.ts';
import { bridge } from '../../bridge/bridge.ts';
import { isNewerRow } from '../../lib/newer-row.ts';
import { createRowStore, type RowStore } from '../../lib/row-store.ts';
import { createSightReporter } from '../../lib/sight.ts';
import { pickTiles } from './pick-tiles.ts';
import type { WallParts } from './wall-parts.ts';

/** How often the wall looks for worse ones: a wall is looked at from afar, and a scan of 10,000 rows is not free. */
const LOOK_MS = 1_000;

export interface WallRows {
  readonly rows: RowStore<ConversationRow>;
  readonly tiles: readonly string[];
  readonly loaded: boolean;
  readonly failure?: Failure;
}

/** The tenant's rows, and which of them are on the wall. */
export function useWallRows(
  tenant: string,
  layout: WallLayout,
  { compare, follow }: Pick<WallParts, 'compare' | 'follow'>,
): WallRows {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows belong to one tenant
  const rows = useMemo(() => createRowStore<ConversationRow>(isNewerRow), [tenant]);
  const [tiles, setTiles] = useState<readonly string[]>([]);
  const [loaded, setLoaded] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  useEffect(() => {
    const view = crypto.randomUUID();
    const close = bridge().live.rows({ tenant, view }, (batch) => {
      if (!batch.ok) return setFailure(batch.failure);
      setFailure(undefined);
      rows.apply(batch.value);
      setLoaded(rows.loaded());
    });
    const sight = createSightReporter({
      rows,
      follow,
      look: (shown, aspects) => {
        // A window whose calls fail has lost main, and its streams with it.
        bridge()
          .live.look({ tenant, view, shown: [...shown], follow: [...aspects] })
          .catch(() => undefined);
      },
    });
    return () => {
      sight.close();
      close();
    };
  }, [rows, tenant, follow]);
  const orderedBy = useRef(compare);
  useEffect(() => {
    // Tiles keep their places while rows trade ranks, not when the rule itself is another.
    const look = (anew = false) =>
      setTiles((shown) => {
        const next = pickTiles(rows.values(), rows.get, layout, anew ? [] : shown, compare);
        return next.length === shown.length && next.every((id, at) => id === shown[at]) ? shown : next;
      });
    let dirty = false;
    look(orderedBy.current !== compare);
    orderedBy.current = compare;
    const timer = setInterval(() => {
      if (dirty) look();
      dirty = false;
    }, LOOK_MS);
    const end = rows.subscribe((changes) => {
      if (changes.all) look();
      else dirty = true;
    });
    return () => {
      clearInterval(timer);
      end();
    };
  }, [rows, layout, compare]);
  return failure === undefined ? { rows, tiles, loaded } : { rows, tiles, loaded, failure };
}
