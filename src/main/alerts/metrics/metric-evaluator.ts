import type { MetricRule } from '../../../shared/models/metric-rule.ts';

/** What is known of a metric at a moment. Times are epoch ms. */
export interface MetricReading {
  /** The last good value; undefined when there never was one. */
  readonly value: number | undefined;
  /** When that value held. */
  readonly at: number | undefined;
  readonly samples: number | undefined;
  /** The value so many minutes before `at`; undefined where that is not known. */
  readonly before: (minutes: number) => number | undefined;
}

/** Whether a condition holds: `unknown` where nothing new can be said, and everything stays as it was. */
type Verdict = 'yes' | 'no' | 'unknown';

/** A value older than this says nothing of now. */
export const FRESH_MS = 60_000;

/** By how much a value rose since another, in the rule's terms. */
function rise(value: number, before: number, percent: boolean): number {
  if (!percent) return value - before;
  if (before === 0) return value === 0 ? 0 : Number.POSITIVE_INFINITY * Math.sign(value);
  return ((value - before) / Math.abs(before)) * 100;
}

function judge(rule: MetricRule, { value, at, samples, before }: MetricReading, now: number): Verdict {
  const { condition } = rule;
  if (value === undefined || at === undefined || now - at > FRESH_MS) return 'unknown';
  // What is not told cannot be enough.
  if (rule.minSamples > 0 && (samples ?? 0) < rule.minSamples) return 'no';
  if (condition.kind === 'threshold') {
    return (condition.side === 'above' ? value > condition.value : value < condition.value) ? 'yes' : 'no';
  }
  if (condition.kind === 'absence') return 'no';
  const then = before(condition.minutes);
  if (then === undefined) return 'unknown';
  const change = rise(value, then, condition.percent);
  return (condition.direction === 'up' ? change : -change) >= condition.by ? 'yes' : 'no';
}

export interface MetricEdge {
  readonly kind: 'fired' | 'cleared';
  /** The value that did it; undefined for absence. */
  readonly value: number | undefined;
}

/**
 * One rule on one metric through time, live or over the past: it fires when its condition has held for as long as the rule
 * asks, and once until it stops holding.
 */
export class MetricEvaluator {
  readonly #rule: MetricRule;
  readonly #began: number;
  #heldSince: number | undefined;
  #firing = false;

  /** @param began from when on absence counts where there never was a value */
  constructor(rule: MetricRule, began: number) {
    this.#rule = rule;
    this.#began = began;
  }

  get firing(): boolean {
    return this.#firing;
  }

  /** Looks once. Returns what changed by it. */
  look(reading: MetricReading, now: number): MetricEdge | undefined {
    const { condition, forSeconds } = this.#rule;
    if (condition.kind === 'absence') {
      const absent = now - (reading.at ?? this.#began) >= Math.max(1, forSeconds) * 1_000;
      return this.#turn(absent, undefined);
    }
    const verdict = judge(this.#rule, reading, now);
    if (verdict === 'unknown') return undefined;
    if (verdict === 'no') {
      this.#heldSince = undefined;
      return this.#turn(false, reading.value);
    }
    const at = reading.at ?? now;
    this.#heldSince ??= at;
    return at - this.#heldSince >= forSeconds * 1_000 ? this.#turn(true, reading.value) : undefined;
  }

  #turn(firing: boolean, value: number | undefined): MetricEdge | undefined {
    if (firing === this.#firing) return undefined;
    this.#firing = firing;
    return { kind: firing ? 'fired' : 'cleared', value };
  }
}
