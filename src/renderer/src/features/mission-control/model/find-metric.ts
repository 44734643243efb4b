import { type Labels, labelsKey } from '../../../../../shared/models/metric.ts';
import type { MetricState, TelemetryView } from '../../../../../shared/models/telemetry.ts';

/** A metric, or one part of it, as it is known now. */
export interface FoundMetric extends Pick<MetricState, 'name' | 'label' | 'quantity' | 'unit' | 'problem'> {
  readonly value?: number;
  readonly at?: number;
  readonly samples?: number;
}

type Metrics = TelemetryView['metrics'];
const tables = new WeakMap<Metrics, ReadonlyMap<string, MetricState>>();

/** The metrics of an answer by their ids: fifty tiles look into it, of a thousand metrics. */
export function metricsById(metrics: Metrics): ReadonlyMap<string, MetricState> {
  const known = tables.get(metrics);
  if (known !== undefined) return known;
  const table = new Map<string, MetricState>(metrics.map((metric) => [metric.id, metric]));
  tables.set(metrics, table);
  return table;
}

/** Finds what a tile is about. Undefined when the instance never told it. */
export function findMetric(
  view: Pick<TelemetryView, 'metrics'> | undefined,
  id: string,
  labels: Labels = {},
): FoundMetric | undefined {
  const state = view === undefined ? undefined : metricsById(view.metrics).get(id);
  const key = labelsKey(labels);
  if (state === undefined || key === '') return state;
  const { name, label, quantity, unit, at, problem } = state;
  const value = state.parts.find((part) => labelsKey(part.labels) === key)?.value;
  return {
    name,
    quantity,
    ...(label !== undefined && { label }),
    ...(unit !== undefined && { unit }),
    ...(value !== undefined && { value }),
    ...(at !== undefined && { at }),
    ...(problem !== undefined && { problem }),
  };
}

/** The value of a metric, where it has one. */
export function amountOf(
  view: Pick<TelemetryView, 'metrics'> | undefined,
  id: string,
  labels: Labels = {},
): number | undefined {
  return findMetric(view, id, labels)?.value;
}
