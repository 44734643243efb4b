import type { Result } from '../outcome.ts';

/** Names and values that tell one part of a metric from another: `{ flow: 'Outage report' }`. Empty for the whole. */
export type Labels = Readonly<Record<string, string>>;

export interface PartReading {
  readonly labels: Labels;
  /** Null where nothing can be told, as the median of no waits. */
  readonly value: number | null;
}
/** What a metric is now: numbers of things as of now, everything per minute over the last 60 seconds. */
export interface MetricReading {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  /** How many cases a share or percentile is made of. */
  readonly samples?: number;
  readonly parts: readonly PartReading[];
}

export interface MetricPoint {
  /** Begin of the step, epoch ms. */
  readonly at: number;
  readonly value: number | null;
}
export interface MetricSeries {
  readonly labels: Labels;
  readonly points: readonly MetricPoint[];
}
export interface MetricHistory {
  readonly metric: string;
  readonly unit: string;
  readonly series: readonly MetricSeries[];
}
/** Times are epoch ms; steps begin at multiples of `stepMs`. */
export interface HistoryRequest {
  readonly metric: string;
  /** Label names: one series for each combination of their values; none for the whole. */
  readonly by: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
}

export type ComponentStatus = 'operational' | 'degraded' | 'down';
/** One part of the instance, or something outside that it depends on. */
export interface HealthComponent {
  readonly id: string;
  readonly name: string;
  readonly kind: 'component' | 'dependency';
  readonly status: ComponentStatus;
  /** Epoch ms: since when the status holds. */
  readonly since: number;
  readonly message: string;
}

export type IncidentKind = 'model-pool' | 'voice-cap' | 'function-failing' | 'integration-down';
export interface Incident {
  readonly incidentId: string;
  readonly kind: IncidentKind;
  readonly title: string;
  /** The health component that it concerns. */
  readonly component: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
}
/** What an incident does: numbers that are left out have the kind's own default. */
export interface IncidentScript {
  readonly kind: IncidentKind;
  /** model-pool: how many places are left. */
  readonly places?: number | undefined;
  /** voice-cap: how many channels are left. */
  readonly cap?: number | undefined;
  /** function-failing: which one, and which share of its calls. */
  readonly function?: string | undefined;
  readonly share?: number | undefined;
  /** integration-down: which one. */
  readonly integration?: string | undefined;
  /** Ends by itself after so many seconds of world time. */
  readonly forSeconds?: number | undefined;
}

/** System health and mission-control metrics of one tenant, computed from its world. */
export interface TenantTelemetry {
  readings(): readonly MetricReading[];
  /** Fails with `invalid` for an unknown metric or label, and for more than `MAX_POINTS` points. */
  history(request: HistoryRequest): Result<MetricHistory>;
  health(): readonly HealthComponent[];
  /** Those that were open at some time of the span, oldest first. */
  incidents(from: number, to: number): readonly Incident[];
  /** Makes something go wrong. Fails with `invalid` for a function or integration that the tenant does not have. */
  startIncident(script: IncidentScript): Result<Incident>;
  /** False when there is no such open incident. */
  endIncident(incidentId: string): boolean;
}

export const MAX_POINTS = 3_000;
