import type { Result } from '../world-port.ts';
import { isOfSplit, labelsOf } from './keys.ts';
import { metricList } from './metric-list.ts';
import { type MinuteBook, minuteMs } from './minute-book.ts';
import { isCounted } from './summary.ts';
import { type HistoryRequest, MAX_POINTS, type MetricHistory, type MetricPoint } from './telemetry-port.ts';

const refuse = (message: string) => ({ ok: false, code: 'invalid', message }) as const;

/** A metric's past in equal steps, whole or split; a step of which nothing is known has null. */
export function historyOf(book: MinuteBook, request: HistoryRequest): Result<MetricHistory> {
  const { metric, by, stepMs } = request;
  const definition = metricList.find(({ name }) => name === metric);
  if (definition === undefined) return refuse(`There is no metric ${metric}`);
  const known = by.length === 0 || definition.splits.some((split) => split.join() === by.join());
  if (!known) return refuse(`${metric} cannot be split by ${by.join()}`);
  if (stepMs < minuteMs || stepMs % minuteMs !== 0) return refuse('A step is a whole number of minutes');
  if (request.to <= request.from) return refuse('A span ends after it begins');
  const from = Math.floor(request.from / stepMs) * stepMs;
  const steps = Math.ceil((request.to - from) / stepMs);
  const keys = [...book.keys()].filter((key) => isOfSplit(key, metric, by));
  if (steps * Math.max(1, keys.length) > MAX_POINTS * 10 || steps > MAX_POINTS) {
    return refuse(`At most ${MAX_POINTS} steps`);
  }
  const whole = by.length > 0 && isCounted(metric) ? metric : undefined;
  const pointsOf = (key: string): readonly MetricPoint[] =>
    Array.from({ length: steps }, (_, place) => {
      const at = from + place * stepMs;
      const mean = book.mean(key, at / minuteMs, stepMs / minuteMs, whole);
      return { at, value: mean === undefined ? null : Math.round(mean * 100) / 100 };
    });
  const series = keys.map((key) => ({ labels: labelsOf(key), points: pointsOf(key) }));
  const empty = by.length === 0 && series.length === 0 ? [{ labels: {}, points: pointsOf(metric) }] : series;
  return { ok: true, value: { metric, unit: definition.unit, series: empty } };
}
