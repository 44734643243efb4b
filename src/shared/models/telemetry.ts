import type { Failure } from './failure.ts';
import type { Labels, MetricId, Quantity } from './metric.ts';

/** Why the latest answer did not give a metric a new value. What was known before is kept, with its age. */
export type MetricProblem = 'missing' | 'no-number' | 'negative';

export interface MetricPart {
  readonly labels: Labels;
  /** Absent where the instance cannot tell. */
  readonly value?: number;
}

/** One metric as it is known now. */
export interface MetricState {
  readonly id: MetricId;
  /** The instance's own name. */
  readonly name: string;
  /** What the instance calls it for people. */
  readonly label?: string;
  readonly quantity: Quantity;
  /** The instance's unit, for a `plain` number. */
  readonly unit?: string;
  /** The last good value; absent when there never was one. */
  readonly value?: number;
  /** Epoch ms, this machine's clock: when that value held. */
  readonly at?: number;
  /** How many cases a share or percentile is made of, where told. */
  readonly samples?: number;
  readonly parts: readonly MetricPart[];
  readonly problem?: MetricProblem;
}

export type HealthStatus = 'operational' | 'degraded' | 'down' | 'maintenance' | 'unknown';

export interface HealthComponent {
  readonly id: string;
  readonly name: string;
  readonly kind: 'component' | 'dependency';
  readonly status: HealthStatus;
  /** The instance's own word where it is none of ours. */
  readonly statusWord?: string;
  /** Epoch ms, this machine's clock. */
  readonly since?: number;
  readonly message?: string;
}

export interface Incident {
  readonly id: string;
  readonly title: string;
  readonly component?: string;
  /** Epoch ms, this machine's clock. */
  readonly startedAt: number;
  /** Absent while it goes on. */
  readonly endedAt?: number;
}

/** Where one of the instance's telemetry answers stands. */
export interface SourceState {
  /** `missing`: the instance does not offer it. `waiting`: never answered yet. */
  readonly state: 'missing' | 'waiting' | 'ok' | 'failing';
  /** Epoch ms, this machine's clock: last good answer. */
  readonly okAt?: number;
  /** Since when an answer is overdue. */
  readonly slowSince?: number;
  readonly failure?: Failure;
  readonly retryAt?: number;
}

/** What is known of a tenant's telemetry; each batch of the stream is the whole. */
export interface TelemetryView {
  readonly tenant: string;
  readonly metrics: readonly MetricState[];
  /** Metrics that were left out because there were too many. */
  readonly leftOut: number;
  readonly components: readonly HealthComponent[];
  readonly incidents: readonly Incident[];
  readonly sources: {
    readonly metrics: SourceState;
    readonly health: SourceState;
    readonly incidents: SourceState;
    /** Whether the past can be asked for. */
    readonly history: 'missing' | 'offered';
  };
  /** Grows when the past changed: gaps were filled, or annotations came. */
  readonly pastSerial: number;
}

/** A line of a chart: times ascending, epoch ms of this machine; null marks a gap that must not be drawn across. */
export interface SeriesData {
  readonly at: readonly number[];
  readonly values: readonly (number | null)[];
}

export interface PastSeries extends SeriesData {
  readonly metric: string;
  readonly labels: Labels;
  /** Distance of its points, ms. */
  readonly stepMs: number;
  /** Whether more of it is being asked for: what is there is not all yet. */
  readonly coming: boolean;
}

/** The parts of a metric in the past, and of which times they are not known: their sums leave these out. */
export interface PastParts {
  readonly parts: readonly PastSeries[];
  /** Spans of which nothing is known, epoch ms of this machine, in order. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  /** Whether what is missing is being asked for. */
  readonly coming: boolean;
}

/** Something that happened, to be marked on charts. Times are epoch ms of this machine. */
export interface Annotation {
  readonly id: string;
  readonly kind: 'incident' | 'operator' | 'alert' | 'outage';
  readonly at: number;
  /** For what lasts; absent while it goes on or when it was a moment. */
  readonly until?: number;
  readonly open?: boolean;
  /** An incident's title, an alert's rule; for an operator's action its name. */
  readonly text: string;
  /** How many actions one mark stands for. */
  readonly count?: number;
}
