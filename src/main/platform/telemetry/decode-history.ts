import type { Labels } from '../../../shared/models/metric.ts';
import { unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { instantOf } from '../decode/instant.ts';
import { numberOf } from '../decode/values.ts';
import { isRecord, type JsonRecord } from '../json.ts';
import { decodeLabels } from './labels.ts';

/** Points of one line, ascending, epoch ms of the instance's clock; a step of which nothing is known has no point. */
export interface ReadSeries {
  readonly labels: Labels;
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

const MOST_POINTS = 20_000;
const MOST_SERIES = 500;

const LINE = createFieldTable({
  labels: ['labels', 'split', 'dimensions', 'tags', 'attributes', 'by'],
  points: ['points', 'values', 'datapoints', 'data', 'samples', 'buckets'],
});
const HOLDER = createFieldTable({ lines: ['series', 'lines', 'results', 'items', 'metrics'] });
const POINT = createFieldTable({
  at: ['at', 'time', 'timestamp', 'ts', 't', 'start', 'begin', 'from', 'bucket', 'date'],
  value: ['value', 'v', 'reading', 'avg', 'mean', 'average', 'y', 'count'],
});

/** Points as pairs or objects, put in order; of two for one time the later one counts. Anything else is left out. */
function pointsOf(raw: unknown, scale: number): ReadSeries['points'] {
  if (!Array.isArray(raw)) return [];
  const byTime = new Map<number, number>();
  for (const one of raw.slice(0, MOST_POINTS)) {
    const [time, amount] = Array.isArray(one)
      ? [one[0], one[1]]
      : isRecord(one)
        ? [POINT.read(one).values.at, POINT.read(one).values.value]
        : [];
    const at = instantOf(time);
    const value = numberOf(amount);
    if (at !== undefined && value !== undefined) byTime.set(at, value * scale);
  }
  return [...byTime].map(([at, value]) => ({ at, value })).sort((a, b) => a.at - b.at);
}

function line(fields: JsonRecord, scale: number): ReadSeries | undefined {
  const { values } = LINE.read(fields);
  if (!Array.isArray(values.points)) return undefined;
  return { labels: decodeLabels(values.labels, new Map()), points: pointsOf(values.points, scale) };
}

/**
 * The past that an answer tells: lines with their points, or points alone.
 *
 * @param scale what the metric's numbers are multiplied by
 * @returns undefined when the answer holds no points
 */
export function decodeHistory(answer: unknown, scale: number): readonly ReadSeries[] | undefined {
  if (Array.isArray(answer)) return [{ labels: {}, points: pointsOf(answer, scale) }];
  const levels = unwrapped(answer, ['history']);
  for (const level of levels) {
    const lines = HOLDER.read(level).values.lines;
    if (!Array.isArray(lines)) continue;
    const found = lines.slice(0, MOST_SERIES).flatMap((one) => (isRecord(one) ? (line(one, scale) ?? []) : []));
    if (found.length > 0 || lines.length === 0) return found;
  }
  const single = levels.map((level) => line(level, scale)).find((one) => one !== undefined);
  return single === undefined ? undefined : [single];
}
