import { isKnown, KNOWN_METRICS, type KnownMetricId, type MetricId } from '../../../shared/models/metric.ts';
import type { MetricPart, MetricState } from '../../../shared/models/telemetry.ts';
import { listIn, unwrapped } from '../decode/envelope.ts';
import { createFieldTable } from '../decode/field-table.ts';
import { instantOf } from '../decode/instant.ts';
import { listOf, numberOf, textOf } from '../decode/values.ts';
import { isRecord, type JsonRecord, own, safeKeys } from '../json.ts';
import { squash } from '../words.ts';
import { decodeLabels } from './labels.ts';
import { recogniseMetric } from './metric-names.ts';
import { type ReadUnit, readUnit } from './metric-unit.ts';

/** A metric as one answer tells it; `problem` where it tells no usable number. */
export type ReadMetric = Omit<MetricState, 'at'> & {
  /** What the instance's numbers are multiplied by. */
  readonly scale: number;
  /** Label names as the instance spells them, by ours. */
  readonly dimensions: ReadonlyMap<string, string>;
};

export interface ReadMetrics {
  readonly metrics: readonly ReadMetric[];
  /** How many more there were than are taken. */
  readonly leftOut: number;
  /** When the instance says the numbers held, epoch ms of its clock. */
  readonly at?: number;
}

/** Metrics taken from one answer; an instance that invents names must not fill the memory. */
export const MAX_METRICS = 5_000;
const MAX_PARTS = 400;
const LISTS = ['metrics', 'gauges', 'measurements', 'readings', 'kpis'];

const METRIC = createFieldTable({
  name: ['name', 'metric', 'metricname', 'gauge', 'key', 'id', 'kpi'],
  label: ['label', 'title', 'displayname', 'description'],
  unit: ['unit', 'units', 'measure', 'uom'],
  value: ['value', 'reading', 'current', 'val', 'latest', 'amount'],
  samples: ['samples', 'samplesize', 'samplecount', 'n', 'cases'],
  parts: ['parts', 'splits', 'breakdown', 'breakdowns', 'dimensions', 'by', 'segments'],
});
const PART = createFieldTable({
  labels: ['labels', 'split', 'dimensions', 'tags', 'attributes', 'by'],
  value: ['value', 'reading', 'current', 'val', 'amount', 'count'],
});
const ENVELOPE = createFieldTable({
  at: ['at', 'asof', 'timestamp', 'time', 'generatedat', 'observedat', 'collectedat', 'ts'],
});

interface Raw {
  readonly name: string;
  readonly fields: JsonRecord;
}

/** Entries of a map from names to numbers or to objects with a value. */
function mapped(level: JsonRecord): readonly Raw[] {
  return safeKeys(level).flatMap((name): readonly Raw[] => {
    const value = own(level, name);
    if (ENVELOPE.placeOf(name) !== undefined) return [];
    if (isRecord(value)) return METRIC.read(value).values.value === undefined ? [] : [{ name, fields: value }];
    return typeof value === 'number' || value === null ? [{ name, fields: { value } }] : [];
  });
}

/** What an answer holds: a list of named metrics, or a map by name, wherever it is. Undefined when there is neither. */
function rawIn(answer: unknown): readonly Raw[] | undefined {
  const list = listIn(answer, LISTS);
  const listed = list?.flatMap((one): readonly Raw[] => {
    const name = isRecord(one) ? textOf(METRIC.read(one).values.name) : undefined;
    return name === undefined || !isRecord(one) ? [] : [{ name, fields: one }];
  });
  if (listed !== undefined && (listed.length > 0 || list?.length === 0)) return listed;
  const maps = unwrapped(answer, LISTS).map(mapped);
  return maps.findLast((found) => found.length > 0);
}

function timeIn(answer: unknown): number | undefined {
  const times = unwrapped(answer, LISTS).map((level) => instantOf(ENVELOPE.read(level).values.at));
  return times.find((time) => time !== undefined);
}

/** Part of a metric, in the console's label names. Those the instance spells otherwise are remembered. */
function partsOf(raw: unknown, unit: ReadUnit, dimensions: Map<string, string>): readonly MetricPart[] {
  return listOf(raw)
    .slice(0, MAX_PARTS)
    .flatMap((one): readonly MetricPart[] => {
      if (!isRecord(one)) return [];
      const { values } = PART.read(one);
      const labels = decodeLabels(values.labels, dimensions);
      if (Object.keys(labels).length === 0) return [];
      const value = numberOf(values.value);
      return [{ labels, ...(value !== undefined && { value: value * unit.scale }) }];
    });
}

function problemOf(id: MetricId, raw: unknown, value: number | undefined): MetricState['problem'] {
  if (raw === undefined || raw === null) return 'missing';
  if (value === undefined) return 'no-number';
  // Nothing that the console knows can be less than none; what only the instance knows may be (a mood, a difference).
  return isKnown(id) && value < 0 ? 'negative' : undefined;
}

function read(raw: Raw, known: KnownMetricId | undefined): ReadMetric {
  const { values } = METRIC.read(raw.fields);
  const unit = readUnit(textOf(values.unit), raw.name);
  const id: MetricId = known ?? `x:${raw.name}`;
  const number = numberOf(values.value);
  const problem = problemOf(id, values.value, number);
  const samples = numberOf(values.samples);
  const label = textOf(values.label);
  const dimensions = new Map<string, string>();
  return {
    id,
    name: raw.name,
    quantity: known === undefined ? unit.quantity : KNOWN_METRICS[known].quantity,
    scale: unit.scale,
    dimensions,
    parts: partsOf(values.parts, unit, dimensions),
    ...(label !== undefined && { label: label.slice(0, 200) }),
    ...(unit.unit !== undefined && { unit: unit.unit.slice(0, 40) }),
    ...(number !== undefined && problem === undefined && { value: number * unit.scale }),
    ...(samples !== undefined && samples >= 0 && { samples }),
    ...(problem !== undefined && { problem }),
  };
}

/** The known metric that each name stands for. Of several names for one the best fit has it, the rest stay unknown. */
function knownAmong(raws: readonly Raw[]): ReadonlyMap<string, KnownMetricId> {
  const best = new Map<KnownMetricId, { readonly name: string; readonly surplus: number }>();
  for (const { name, fields } of raws) {
    const unit = readUnit(textOf(METRIC.read(fields).values.unit), name);
    const found = recogniseMetric(name, unit.quantity);
    const before = found && best.get(found.id);
    if (found !== undefined && (before === undefined || found.surplus < before.surplus)) {
      best.set(found.id, { name, surplus: found.surplus });
    }
  }
  return new Map([...best].map(([id, { name }]) => [name, id]));
}

/** Reads the metrics of one answer, in whatever shape. Undefined when it holds none that can be told from other fields. */
export function decodeMetrics(answer: unknown): ReadMetrics | undefined {
  const raws = rawIn(answer)?.filter(({ name }) => name.length <= 200 && squash(name) !== '');
  if (raws === undefined) return undefined;
  const unique = [...new Map(raws.map((raw) => [raw.name, raw])).values()];
  const taken = unique.slice(0, MAX_METRICS);
  const known = knownAmong(taken);
  const at = timeIn(answer);
  return {
    metrics: taken.map((raw) => read(raw, known.get(raw.name))),
    leftOut: unique.length - taken.length,
    ...(at !== undefined && { at }),
  };
}
