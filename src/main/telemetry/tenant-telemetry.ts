import { isKnown, type Labels, labelsKey } from '../../shared/models/metric.ts';
import type {
  HealthComponent,
  Incident,
  MetricState,
  PastParts,
  PastSeries,
  TelemetryView,
} from '../../shared/models/telemetry.ts';
import type { ReadMetrics } from '../platform/telemetry/decode-metrics.ts';
import type { TelemetryApi } from '../platform/telemetry/telemetry-api.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import { GapFiller } from './gap-filler.ts';
import { KeptSamples } from './kept-samples.ts';
import type { TelemetryLimits } from './limits.ts';
import { MetricBook } from './metric-book.ts';
import { readPast } from './past-reader.ts';
import type { PastStore, Span } from './past-store.ts';
import { RecentPast } from './recent-past.ts';
import { Source } from './source.ts';

export interface TenantTelemetryDeps {
  readonly tenant: string;
  /** Under which name the tenant's past is kept. */
  readonly pastKey: string;
  readonly api: TelemetryApi;
  readonly store: PastStore;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  readonly limits: TelemetryLimits;
}

/** A span in which the instance did not answer. */
export interface Outage extends Span {
  readonly open: boolean;
}

const INCIDENT_SPAN_MS = 24 * 3_600_000;
/** Silence longer than this is an outage, and is filled afterwards. */
const OUTAGE_MS = 60_000;
const MOST_OUTAGES = 50;
const WEEK_MS = 7 * 24 * 3_600_000;

/** The telemetry of one tenant: asked for, understood, kept. Told to whoever listens after each change. */
export class TenantTelemetry {
  readonly #deps: TenantTelemetryDeps;
  readonly #book: MetricBook;
  readonly #recent = new RecentPast();
  readonly #kept = new KeptSamples();
  readonly #filler: GapFiller;
  readonly #metrics: Source<ReadMetrics>;
  readonly #health: Source<readonly HealthComponent[]>;
  readonly #incidentSource: Source<readonly Incident[]>;
  readonly #listeners = new Set<() => void>();
  #components: readonly HealthComponent[] = [];
  #incidents: readonly Incident[] = [];
  #outages: Span[] = [];
  #pastSerial = 0;
  #watched = false;
  #first = true;

  constructor(deps: TenantTelemetryDeps) {
    this.#deps = deps;
    const { clock, random, limits, api } = deps;
    this.#book = new MetricBook(limits.forgetMs);
    this.#filler = new GapFiller({
      ...deps,
      tenant: deps.pastKey,
      told: (metric) => this.#book.told(metric),
      skew: () => this.#skew(),
      onChange: () => this.#pastChanged(),
    });
    const pace = () => (this.#watched ? limits.watchedMs : limits.backgroundMs);
    const common = { clock, random, limits, onState: () => this.#tell() };
    this.#metrics = new Source({
      ...common,
      pace,
      offered: () => this.#can('telemetry.metrics'),
      ask: (signal) => api.metrics(signal),
      onAnswer: (answer) => this.#takeMetrics(answer),
    });
    this.#health = new Source({
      ...common,
      pace,
      offered: () => this.#can('telemetry.health'),
      ask: (signal) => api.health(signal),
      onAnswer: (answer) => this.#takeHealth(answer),
    });
    this.#incidentSource = new Source({
      ...common,
      pace: () => limits.incidentsMs,
      offered: () => this.#can('telemetry.incidents'),
      ask: (signal) => {
        const now = clock.now() + this.#skew();
        return api.incidents(now - INCIDENT_SPAN_MS, now + 60_000, signal);
      },
      onAnswer: (answer) => this.#takeIncidents(answer),
    });
  }

  start(): void {
    for (const source of [this.#metrics, this.#health, this.#incidentSource]) source.start();
  }

  stop(): void {
    for (const source of [this.#metrics, this.#health, this.#incidentSource]) source.stop();
    this.#filler.stop();
  }

  /** Somebody looks, or nobody does: how often is asked. */
  setWatched(watched: boolean): void {
    const sooner = watched && !this.#watched;
    this.#watched = watched;
    if (sooner) this.refresh();
  }

  refresh(): void {
    for (const source of [this.#metrics, this.#health, this.#incidentSource]) source.now();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  view(): TelemetryView {
    return {
      tenant: this.#deps.tenant,
      metrics: this.#book.list(),
      leftOut: this.#book.leftOut,
      components: this.#components,
      incidents: this.#incidents,
      sources: {
        metrics: this.#metrics.state,
        health: this.#health.state,
        incidents: this.#incidentSource.state,
        history: this.#can('telemetry.history') ? 'offered' : 'missing',
      },
      pastSerial: this.#pastSerial,
    };
  }

  metric(id: string): MetricState | undefined {
    return this.#book.state(id);
  }

  incidents(): readonly Incident[] {
    return this.#incidents;
  }

  outages(): readonly Outage[] {
    const { okAt, state } = this.#metrics.state;
    const now = this.#deps.clock.now();
    const since = state === 'failing' && okAt !== undefined && now - okAt > OUTAGE_MS ? [okAt] : [];
    return [
      ...this.#outages.map((span) => ({ ...span, open: false })),
      ...since.map((from) => ({ from, to: now, open: true })),
    ];
  }

  /** A line of the past; what is missing of it is asked for, and comes later. */
  past(metric: string, labels: Labels, span: Span): PastSeries {
    const wanted = { metric, by: Object.keys(labels), span };
    this.#filler.want(wanted);
    return { ...this.#read(metric, labels, span), coming: this.#filler.coming(wanted) };
  }

  /** Every part of a metric by these label names, and of which times they are not known. */
  pastParts(metric: string, by: readonly string[], span: Span): PastParts {
    const wanted = { metric, by, span };
    this.#filler.want(wanted);
    const coming = this.#filler.coming(wanted);
    const parts = this.#deps.store
      .parts(this.#deps.pastKey, metric, by)
      .map((labels) => ({ ...this.#read(metric, labels, span), coming }))
      .filter(({ at }) => at.length > 0);
    return { parts, missing: this.#filler.gaps(wanted), coming };
  }

  #read(metric: string, labels: Labels, span: Span): Omit<PastSeries, 'coming'> {
    const { store, pastKey, clock } = this.#deps;
    return readPast(store, this.#recent, { tenant: pastKey, metric, labels, span }, clock.now());
  }

  #can(operation: Parameters<TelemetryApi['can']>[0]): boolean {
    try {
      return this.#deps.api.can(operation);
    } catch {
      // No instance is connected yet.
      return false;
    }
  }

  #skew(): number {
    return this.#deps.api.clockSkew() ?? 0;
  }

  #takeMetrics(answer: ReadMetrics): void {
    const { store, pastKey, clock } = this.#deps;
    const now = clock.now();
    const last = this.#first ? store.lastAt(pastKey) : this.#lastAnswer;
    const fresh = this.#book.take(answer, now, this.#skew());
    const [one] = fresh;
    if (one !== undefined) {
      for (const { metric, at } of fresh) if (metric.value !== undefined) this.#recent.add(metric.id, at, metric.value);
      store.record(pastKey, this.#kept.samples(fresh), one.at);
    }
    this.#lastAnswer = now;
    if (last !== undefined && now - last > OUTAGE_MS) this.#afterSilence({ from: last, to: now }, !this.#first);
    this.#first = false;
  }

  #lastAnswer: number | undefined;

  /** The instance answers again: what happened meanwhile is asked for, of everything that is kept. */
  #afterSilence(span: Span, isOutage: boolean): void {
    const { store, pastKey } = this.#deps;
    if (isOutage) this.#outages = [...this.#outages, span].slice(-MOST_OUTAGES);
    const from = Math.max(span.from, span.to - WEEK_MS);
    for (const metric of store.metrics(pastKey)) {
      if (isKnown(metric)) this.#filler.want({ metric, by: [], span: { from, to: span.to } });
    }
    this.#pastChanged();
  }

  #takeHealth(answer: readonly HealthComponent[]): void {
    const skew = this.#skew();
    const before = labelsKey(Object.fromEntries(this.#components.map(({ id, status }) => [id, status])));
    this.#components = answer.map(({ since, ...rest }) => ({
      ...rest,
      ...(since !== undefined && { since: since - skew }),
    }));
    const now = labelsKey(Object.fromEntries(answer.map(({ id, status }) => [id, status])));
    // A change of health is when an incident begins or ends: no need to wait for its turn.
    if (before !== now) this.#incidentSource.now();
  }

  #takeIncidents(answer: readonly Incident[]): void {
    const skew = this.#skew();
    const before = signature(this.#incidents);
    this.#incidents = answer.map(({ startedAt, endedAt, ...rest }) => ({
      ...rest,
      startedAt: startedAt - skew,
      ...(endedAt !== undefined && { endedAt: endedAt - skew }),
    }));
    if (signature(this.#incidents) !== before) this.#pastChanged();
  }

  #pastChanged(): void {
    this.#pastSerial += 1;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Differs when an incident came or ended. */
function signature(incidents: readonly Incident[]): string {
  return JSON.stringify(incidents.map(({ id, endedAt }) => [id, endedAt !== undefined]));
}
