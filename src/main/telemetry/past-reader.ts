import type { Labels } from '../../shared/models/metric.ts';
import type { PastSeries, SeriesData } from '../../shared/models/telemetry.ts';
import { MINUTE_MS, MINUTES_KEPT_MS, type PastPoint, type PastStore, QUARTER_MS, type Span } from './past-store.ts';
import type { RecentPast } from './recent-past.ts';

/** Steps that a chart may have; the smallest that gives at most `MOST_POINTS` is taken. */
const STEPS = [1, 2, 5, 15, 60, 240].map((minutes) => minutes * MINUTE_MS);
const MOST_POINTS = 720;
/** Single values are shown in spans up to this, ms: an hour, with the moment that a question takes. */
const LIVE_SPAN_MS = 3_600_000 + MINUTE_MS;
/** Between single values further apart than this something is missing. */
const LIVE_GAP_MS = 45_000;

/** The step that suits a span. @param now decides how far back minutes are kept */
export function stepFor({ from, to }: Span, now: number): number {
  const least = from < now - MINUTES_KEPT_MS ? QUARTER_MS : MINUTE_MS;
  return STEPS.find((step) => step >= least && (to - from) / step <= MOST_POINTS) ?? 240 * MINUTE_MS;
}

/**
 * Points as a line, with a null wherever one is missing, so that nothing is drawn across.
 *
 * @param mostMs how far apart two points of one line may be
 */
export function withGaps(points: readonly PastPoint[], mostMs: (point: PastPoint) => number): SeriesData {
  const at: number[] = [];
  const values: (number | null)[] = [];
  let before: PastPoint | undefined;
  for (const point of points) {
    if (before !== undefined && point.at - before.at > Math.max(mostMs(before), mostMs(point))) {
      at.push(before.at + 1);
      values.push(null);
    }
    at.push(point.at);
    values.push(point.value);
    before = point;
  }
  return { at, values };
}

/** One line of a chart: means of steps, and in short spans the single values of late. */
export function readPast(
  store: PastStore,
  recent: RecentPast,
  of: { readonly tenant: string; readonly metric: string; readonly labels: Labels; readonly span: Span },
  now: number,
): Omit<PastSeries, 'coming'> {
  const { tenant, metric, labels, span } = of;
  const stepMs = stepFor(span, now);
  const means = store.read(tenant, metric, labels, span, stepMs);
  const whole = Object.keys(labels).length === 0;
  // A question may reach beyond now, for the minute that goes on: what has not been yet makes its span no longer.
  const single = whole && Math.min(span.to, now) - span.from <= LIVE_SPAN_MS ? recent.read(metric, span) : [];
  const first = single[0]?.at ?? Number.POSITIVE_INFINITY;
  const old = means.filter(({ at }) => at + stepMs <= first);
  const line = withGaps([...old, ...single], ({ at }) => (at >= first ? LIVE_GAP_MS : 2 * stepMs));
  return { metric, labels, stepMs, ...line };
}
