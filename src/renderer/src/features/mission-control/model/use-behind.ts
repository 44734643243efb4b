import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PastSeries } from '../../../../../shared/models/telemetry.ts';
import { call } from '../../../bridge/bridge.ts';
import type { Span } from '../../../charts/line.ts';
import { BEHIND, type BehindRow, behindRows, FAILURES } from './behind.ts';

/**
 * What is behind a span, by flow.
 *
 * @param serial grows when the past changed
 */
export function useBehind(tenant: string, span: Span, serial: number) {
  return useQuery({
    queryKey: ['behind', tenant, serial, span.from, span.to],
    queryFn: async (): Promise<readonly BehindRow[]> => {
      const parts = (metric: string, by: readonly string[]): Promise<readonly PastSeries[]> =>
        call((api) => api.telemetry.pastParts({ tenant, metric, by: [...by], ...span }));
      const [started, contained, handedOff, abandoned, wait, failures] = await Promise.all([
        parts(BEHIND.started, ['flow']),
        parts(BEHIND.contained, ['flow']),
        parts(BEHIND.handedOff, ['flow']),
        parts(BEHIND.abandoned, ['flow']),
        parts(BEHIND.wait, ['flow']),
        parts(FAILURES.metric, FAILURES.by),
      ]);
      return behindRows({ started, contained, handedOff, abandoned, wait }, failures, span);
    },
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}
