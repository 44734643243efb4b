import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PastParts } from '../../../../../shared/models/telemetry.ts';
import { call } from '../../../bridge/bridge.ts';
import type { Span } from '../../../charts/line.ts';
import { BEHIND, type BehindRow, behindRows, FAILURES } from './behind.ts';

/** What is behind a span, and what the numbers do not count. */
export interface BehindSpan extends Pick<PastParts, 'missing' | 'coming'> {
  readonly rows: readonly BehindRow[];
}

/**
 * What is behind a span, by flow.
 *
 * @param serial grows when the past changed
 */
export function useBehind(tenant: string, span: Span, serial: number) {
  return useQuery({
    queryKey: ['behind', tenant, serial, span.from, span.to],
    queryFn: async (): Promise<BehindSpan> => {
      const parts = (metric: string, by: readonly string[]): Promise<PastParts> =>
        call((api) => api.telemetry.pastParts({ tenant, metric, by: [...by], ...span }));
      // The number that leads the table is asked for last, and so comes first.
      const [failures, wait, abandoned, handedOff, contained, started] = await Promise.all([
        parts(FAILURES.metric, FAILURES.by),
        parts(BEHIND.wait, ['flow']),
        parts(BEHIND.abandoned, ['flow']),
        parts(BEHIND.handedOff, ['flow']),
        parts(BEHIND.contained, ['flow']),
        parts(BEHIND.started, ['flow']),
      ]);
      const counted = {
        started: started.parts,
        contained: contained.parts,
        handedOff: handedOff.parts,
        abandoned: abandoned.parts,
        wait: wait.parts,
      };
      const all = [started, contained, handedOff, abandoned, wait, failures];
      return {
        rows: behindRows(counted, failures.parts, span),
        // Of most things a flow may have had none, and some instances do not tell all of them: what counts is what began.
        missing: started.missing,
        coming: all.some(({ coming }) => coming),
      };
    },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}
