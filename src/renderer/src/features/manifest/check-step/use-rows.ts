import { useEffect, useMemo, useRef } from 'react';
import type { CheckSummary } from '../../../../../shared/models/manifest-check.ts';
import { ROW_REASONS, type RowReason } from '../../../../../shared/models/manifest-reasons.ts';
import type { ManifestRow } from '../../../../../shared/models/manifest-rows.ts';
import { call } from '../../../bridge/bridge.ts';
import { NumberedIds } from '../../../table/numbered-ids.ts';
import { PagedRows } from '../../../table/paged-rows.ts';
import type { Which } from '../use-workbench.ts';

export interface RowView {
  /** Undefined: all that are not accepted. */
  readonly reason: RowReason | undefined;
  /** Hides rows that were put aside. */
  readonly open: boolean;
}

/** How many rows a view has. */
export function rowsOf(check: CheckSummary, { reason, open }: RowView): number {
  const counts = open && check.finished ? check.open : check.reasons;
  if (reason !== undefined) return counts[reason] ?? 0;
  return ROW_REASONS.reduce((sum, one) => sum + (one === 'accepted' ? 0 : (counts[one] ?? 0)), 0);
}

/** The rows of a view, fetched as they are looked at, kept up with the check and with every fix. */
export function useRows(which: Which, check: CheckSummary, view: RowView): PagedRows<ManifestRow> {
  const { reason, open } = view;
  const total = rowsOf(check, view);
  const first = useRef(total);
  first.current = total;
  const source = useMemo(
    () =>
      new PagedRows<ManifestRow>(
        (offset, limit) =>
          call((api) =>
            api.manifests.rows({
              ...which,
              filter: { open, ...(reason === undefined ? {} : { reason }) },
              offset,
              limit,
            }),
          ),
        new NumberedIds(first.current),
      ),
    [which, reason, open],
  );
  // Another epoch, or another number of fixes: rows that were there may be others now.
  const version = `${check.epoch} ${check.fixes} ${check.finished}`;
  const known = useRef(version);
  useEffect(() => {
    source.refresh(total, known.current !== version);
    known.current = version;
  }, [source, total, version]);
  return source;
}
