import { stringField } from '../json.ts';
import type { ParameterView } from '../openapi/index-operations.ts';
import { squash } from '../words.ts';

/** A question about the past; times are epoch ms of the instance's clock. */
export interface HistoryQuestion {
  /** The instance's own name of the metric. */
  readonly metric: string;
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
  /** The instance's own label names. */
  readonly by: readonly string[];
}

const NAMES = {
  metric: ['metric', 'metricname', 'gauge', 'name', 'key', 'kpi', 'id', 'metrics'],
  from: ['from', 'since', 'start', 'begin', 'starttime', 'startat', 'after', 'fromtime'],
  to: ['to', 'until', 'end', 'endtime', 'endat', 'before', 'totime'],
  step: ['step', 'interval', 'bucket', 'resolution', 'granularity', 'period', 'stepseconds', 'bucketseconds'],
  by: ['by', 'splitby', 'groupby', 'dimension', 'dimensions', 'breakdown'],
} as const;
type Slot = keyof typeof NAMES;

function find(parameters: readonly ParameterView[], slot: Slot): ParameterView | undefined {
  const inQuery = parameters.filter((one) => one.in === 'query');
  return NAMES[slot].map((name) => inQuery.find((one) => squash(one.name) === name)).find((one) => one !== undefined);
}

function typeOf({ schema }: ParameterView): string {
  const type = schema?.['type'];
  return Array.isArray(type) ? String(type.find((one) => one !== 'null')) : String(type ?? 'string');
}

/** An instant as the parameter takes it: ISO text, or a number in the unit that its schema names. */
function timeAs(parameter: ParameterView, at: number): string {
  if (!['integer', 'number'].includes(typeOf(parameter))) return new Date(at).toISOString();
  const said = `${stringField(parameter.schema, 'description') ?? ''} ${parameter.name}`;
  return /sec/i.test(said) && !/milli/i.test(said) ? String(Math.floor(at / 1_000)) : String(at);
}

function stepAs(parameter: ParameterView, stepMs: number): string {
  const name = squash(parameter.name);
  if (name.endsWith('ms') || name.endsWith('millis')) return String(stepMs);
  if (name.endsWith('minutes')) return String(Math.max(1, Math.round(stepMs / 60_000)));
  if (['integer', 'number'].includes(typeOf(parameter))) return String(Math.round(stepMs / 1_000));
  const minutes = stepMs / 60_000;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${minutes}m`;
}

/**
 * The query of a question about the past, by squashed parameter name.
 *
 * @returns undefined when the instance has no way to say which metric, or to split it
 */
export function historyQuery(
  parameters: readonly ParameterView[],
  question: HistoryQuestion,
): Readonly<Record<string, string>> | undefined {
  const metric = find(parameters, 'metric');
  const by = find(parameters, 'by');
  if (metric === undefined || (question.by.length > 0 && by === undefined)) return undefined;
  const query: Record<string, string> = { [squash(metric.name)]: question.metric };
  const from = find(parameters, 'from');
  const to = find(parameters, 'to');
  const step = find(parameters, 'step');
  if (from !== undefined) query[squash(from.name)] = timeAs(from, question.from);
  if (to !== undefined) query[squash(to.name)] = timeAs(to, question.to);
  if (step !== undefined) query[squash(step.name)] = stepAs(step, question.stepMs);
  if (by !== undefined && question.by.length > 0) query[squash(by.name)] = question.by.join(',');
  return query;
}
