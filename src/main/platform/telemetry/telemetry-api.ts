import { FailureError } from '../../../shared/models/failure.ts';
import type { OperationId } from '../../../shared/models/operation.ts';
import type { HealthComponent, Incident } from '../../../shared/models/telemetry.ts';
import type { OperationCaller } from '../client/operation-caller.ts';
import { decodeHealth, decodeIncidents } from './decode-health.ts';
import { decodeHistory, type ReadSeries } from './decode-history.ts';
import { decodeMetrics, type ReadMetrics } from './decode-metrics.ts';
import { type HistoryQuestion, historyQuery } from './history-query.ts';

/**
 * Health, metrics and incidents of one tenant, decoded tolerantly. Times are the instance's. Every method throws
 * FailureError as `TenantApi` does: `unavailable` (`not-bound`) where the instance offers none.
 */
export interface TelemetryApi {
  can(operation: OperationId): boolean;
  /** The instance's clock minus this machine's, ms. */
  clockSkew(): number | undefined;
  metrics(signal?: AbortSignal): Promise<ReadMetrics>;
  health(signal?: AbortSignal): Promise<readonly HealthComponent[]>;
  incidents(from: number, to: number, signal?: AbortSignal): Promise<readonly Incident[]>;
  /** @param scale of the metric, as `ReadMetric` tells it */
  history(question: HistoryQuestion, scale: number, signal?: AbortSignal): Promise<readonly ReadSeries[]>;
}

export interface TelemetryApiDeps {
  readonly tenant: string;
  readonly api: OperationCaller;
  readonly clockSkew: () => number | undefined;
}

/** Makes the telemetry client of one tenant over whatever operations are bound. */
export function createTelemetryApi({ tenant, api, clockSkew }: TelemetryApiDeps): TelemetryApi {
  async function ask<T>(
    operation: OperationId,
    query: Readonly<Record<string, string>>,
    decode: (answer: unknown) => T | undefined,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    const read = decode(await api.json(operation, { tenant, query }, signal));
    if (read !== undefined) return read;
    throw new FailureError('unavailable', `${operation}: the answer is not understood`, {
      reason: 'unreadable-answer',
      operation,
    });
  }

  return {
    can: (operation) => api.can(operation),
    clockSkew,
    metrics: (signal) => ask('telemetry.metrics', {}, decodeMetrics, signal),
    health: (signal) => ask('telemetry.health', {}, decodeHealth, signal),
    incidents(from, to, signal) {
      const parameters = api.bound('telemetry.incidents').described?.parameters ?? [];
      const span = historyQuery([...parameters, nameless], { metric: '', from, to, stepMs: 60_000, by: [] }) ?? {};
      return ask('telemetry.incidents', span, decodeIncidents, signal);
    },
    async history(question, scale, signal) {
      const parameters = api.bound('telemetry.history').described?.parameters ?? [];
      const query = historyQuery(parameters, question);
      if (query === undefined) {
        throw new FailureError('unavailable', 'telemetry.history: the instance cannot be asked this', {
          reason: 'unfillable-parameter',
          operation: 'telemetry.history',
        });
      }
      return ask('telemetry.history', query, (answer) => decodeHistory(answer, scale), signal);
    },
  };
}

/** A list of incidents is asked for by time alone. */
const nameless = { name: 'metric', in: 'query', required: false } as const;
