import { FailureError } from '../../../shared/models/failure.ts';
import type { OperationId } from '../../../shared/models/operation.ts';
import type { HealthComponent, Incident } from '../../../shared/models/telemetry.ts';
import { decodeMetrics, type ReadMetrics } from '../../platform/telemetry/decode-metrics.ts';
import type { HistoryQuestion } from '../../platform/telemetry/history-query.ts';
import type { TelemetryApi } from '../../platform/telemetry/telemetry-api.ts';

/** An instance's telemetry that a test writes: what it answers now, and what it was asked. */
export class FakeTelemetryApi implements TelemetryApi {
  readonly offered = new Set<OperationId>([
    'telemetry.health',
    'telemetry.metrics',
    'telemetry.history',
    'telemetry.incidents',
  ]);
  /** The JSON of the metrics answer; a function to fail or to wait. */
  answer: () => unknown | Promise<unknown> = () => ({ items: [] });
  components: readonly HealthComponent[] = [];
  incidentList: readonly Incident[] = [];
  skew = 0;
  /** The past: the value of a metric at a time, undefined where it is not known. */
  pastValue: (metric: string, at: number) => number | undefined = () => undefined;
  historyFailure: FailureError | undefined;
  readonly asked = { metrics: 0, health: 0, incidents: 0 };
  readonly questions: HistoryQuestion[] = [];

  can(operation: OperationId): boolean {
    return this.offered.has(operation);
  }

  clockSkew(): number {
    return this.skew;
  }

  async metrics(): Promise<ReadMetrics> {
    this.asked.metrics += 1;
    const read = decodeMetrics(await this.answer());
    if (read === undefined) throw new FailureError('unavailable', 'not understood', { reason: 'unreadable-answer' });
    return read;
  }

  async health(): Promise<readonly HealthComponent[]> {
    this.asked.health += 1;
    return this.components;
  }

  async incidents(): Promise<readonly Incident[]> {
    this.asked.incidents += 1;
    return this.incidentList;
  }

  async history(question: HistoryQuestion) {
    this.questions.push(question);
    if (this.historyFailure !== undefined) throw this.historyFailure;
    const { metric, from, to, stepMs, by } = question;
    const points = Array.from({ length: Math.ceil((to - from) / stepMs) }, (_, place) => {
      const at = Math.floor(from / stepMs) * stepMs + place * stepMs;
      return { at, value: this.pastValue(metric, at) };
    }).flatMap(({ at, value }) => (value === undefined ? [] : [{ at, value }]));
    return [{ labels: Object.fromEntries(by.map((name) => [name, 'A'])), points }];
  }
}

/** A metrics answer with one metric. */
export function waitingAnswer(value: unknown, at?: number, samples?: number): unknown {
  const item = { name: 'queue.waiting', unit: 'conversations', value, parts: [{ labels: { skill: 'A' }, value }] };
  return {
    ...(at !== undefined && { at: new Date(at).toISOString() }),
    items: [{ ...item, ...(samples !== undefined && { samples }) }],
  };
}
