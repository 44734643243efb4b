import type { MetricId } from '../../shared/models/metric.ts';
import type { MetricState } from '../../shared/models/telemetry.ts';
import type { ReadMetric, ReadMetrics } from '../platform/telemetry/decode-metrics.ts';

/** A value that is new: to be kept in the past, and looked at by rules. */
export interface NewValue {
  readonly metric: ReadMetric;
  readonly at: number;
}

interface Known {
  readonly state: MetricState;
  readonly read: ReadMetric;
  /** When an answer last held it at all. */
  readonly seenAt: number;
}

/**
 * The metrics of a tenant as they are known: the latest good value of each with its time, whatever the latest answer did
 * to it. Times are epoch ms of this machine.
 */
export class MetricBook {
  readonly #known = new Map<MetricId, Known>();
  readonly #forgetMs: number;
  #answerAt = Number.NEGATIVE_INFINITY;
  #leftOut = 0;

  /** @param forgetMs after how long a metric that answers do not hold any more is forgotten */
  constructor(forgetMs: number) {
    this.#forgetMs = forgetMs;
  }

  get leftOut(): number {
    return this.#leftOut;
  }

  list(): readonly MetricState[] {
    return [...this.#known.values()].map(({ state }) => state);
  }

  /** How the instance tells a metric: its own name, scale and label names. */
  told(id: string): ReadMetric | undefined {
    return [...this.#known.values()].find(({ state }) => state.id === id)?.read;
  }

  state(id: string): MetricState | undefined {
    return [...this.#known.values()].find(({ state }) => state.id === id)?.state;
  }

  /**
   * Takes an answer. One that is older than the last is no news and changes nothing; nothing can be known of the future, so
   * a later time counts as now.
   *
   * @param skew the instance's clock minus this machine's, ms
   * @returns the values that are new
   */
  take(read: ReadMetrics, now: number, skew: number): readonly NewValue[] {
    const told = read.at === undefined ? now : read.at - skew;
    const at = Math.min(told, now);
    if (at < this.#answerAt) return [];
    const isNews = at > this.#answerAt;
    this.#answerAt = at;
    this.#leftOut = read.leftOut;
    const fresh: NewValue[] = [];
    const held = new Set<MetricId>();
    for (const metric of read.metrics) {
      held.add(metric.id);
      this.#known.set(metric.id, { read: metric, state: this.#stateOf(metric, at), seenAt: now });
      if (metric.value !== undefined && isNews) fresh.push({ metric, at });
    }
    for (const [id, known] of this.#known) {
      if (held.has(id)) continue;
      if (now - known.seenAt > this.#forgetMs) this.#known.delete(id);
      else this.#known.set(id, { ...known, state: { ...known.state, problem: 'missing' } });
    }
    return fresh;
  }

  #stateOf({ scale: _scale, dimensions: _dimensions, ...metric }: ReadMetric, at: number): MetricState {
    if (metric.value !== undefined) return { ...metric, at };
    const before = this.#known.get(metric.id)?.state;
    if (before?.value === undefined || before.at === undefined) return metric;
    return { ...metric, value: before.value, at: before.at, parts: before.parts };
  }
}
