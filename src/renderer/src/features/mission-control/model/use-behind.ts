import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PastSeries } from '../../../../../shared/models/telemetry.ts';
import { call } from '../../../bridge/bridge.ts';
import type { Span } from '../../../charts/line.ts';
import { BEHIND, type BehindRow, behindRows, FAILURES } from './behind.ts';

/** A span that follows the time is read anew this often. */
const FOLLOW_MS = 15_000;

/**
 * What is behind a span, by flow.
 *
 * @param follows the span moves on with the time: it is read anew now and then rather than with every answer
 * @param serial grows when the past changed
 */
export function useBehind(tenant: string, span: Span, follows: boolean, serial: number) {
  const key = follows ? [Math.floor(span.to / FOLLOW_MS), span.to - span.from] : [span.from, span.to];
  return useQuery({
    queryKey: ['behind', tenant, serial, ...key],
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
