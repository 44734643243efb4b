import { failureOf } from '../../shared/models/failure.ts';
import type { Labels } from '../../shared/models/metric.ts';
import type { ReadMetric } from '../platform/telemetry/decode-metrics.ts';
import type { TelemetryApi } from '../platform/telemetry/telemetry-api.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import { MINUTE_MS, MINUTES_KEPT_MS, type PastStore, QUARTER_MS, QUARTERS_KEPT_MS, type Span } from './past-store.ts';

/** What is asked to be made whole: a metric, as a whole or by label names. */
export interface Wanted {
  readonly metric: string;
  readonly by: readonly string[];
  readonly span: Span;
}

export interface GapFillerDeps {
  readonly tenant: string;
  readonly api: TelemetryApi;
  readonly store: PastStore;
  readonly clock: Clock;
  readonly log: Log;
  /** How the instance tells a metric; undefined before it ever did. */
  readonly told: (metric: string) => ReadMetric | undefined;
  readonly skew: () => number;
  /** Something was filled, or is no longer waited for. */
  readonly onChange: () => void;
}

interface Question {
  readonly wanted: Wanted;
  readonly gap: Span;
  readonly stepMs: number;
}

/** Missing minutes fewer than this are not worth a question. */
const LEAST_GAP_MS = 3 * MINUTE_MS;
/** One question asks for so much at most. */
const MOST_ASKED_MS = 24 * 3_600_000;
/** What could not be filled is not asked for again within this. */
const AGAIN_MS = 5 * 60_000;
const MOST_WAITING = 200;
/** Questions at once: a slow instance would take a minute for a board one by one, and many at once would slow it more. */
const AT_ONCE = 3;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Fills what is missing of the past from the instance's own history: after an outage of it, of the network, or of this
 * console. Few questions at a time, what was asked for last first: that is what somebody looks at.
 */
export class GapFiller {
  readonly #deps: GapFillerDeps;
  readonly #tried = new Map<string, number>();
  readonly #asked = new Set<Question>();
  #waiting: Question[] = [];
  #controller = new AbortController();

  constructor(deps: GapFillerDeps) {
    this.#deps = deps;
  }

  /** Notes what is missing of it; it comes by and by. */
  want(wanted: Wanted): void {
    const { api, clock, told } = this.#deps;
    if (!api.can('telemetry.history') || told(wanted.metric) === undefined) return;
    const now = clock.now();
    for (const { gap, stepMs } of this.#missing(wanted, now)) {
      // Roughly where it lies: a span that moves on with the time asks for the same gap from second to second.
      const place = `${Math.floor(gap.from / HOUR_MS)}-${Math.floor(gap.to / QUARTER_MS)}`;
      const key = `${wanted.metric}\n${wanted.by.join()}\n${stepMs}\n${place}`;
      if (now - (this.#tried.get(key) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS) continue;
      this.#tried.set(key, now);
      this.#waiting.push({ wanted, gap, stepMs });
    }
    for (const [key, at] of this.#tried) if (now - at > AGAIN_MS) this.#tried.delete(key);
    this.#waiting = this.#waiting.slice(-MOST_WAITING);
    while (this.#asked.size < AT_ONCE && this.#waiting.length > 0) void this.#work();
  }

  /** Whether a part of it is waited for. */
  coming({ metric, by, span }: Wanted): boolean {
    return [...this.#asked, ...this.#waiting].some(
      ({ wanted, gap }) =>
        wanted.metric === metric && wanted.by.join() === by.join() && gap.from < span.to && gap.to > span.from,
    );
  }

  stop(): void {
    this.#waiting = [];
    this.#controller.abort();
    this.#controller = new AbortController();
  }

  /** The times of a span of which it is not known, whether or not they can be asked for. */
  gaps(wanted: Wanted): readonly Span[] {
    return this.#missing(wanted, this.#deps.clock.now()).map(({ gap }) => gap);
  }

  /** Gaps among the minutes that are kept, and among the quarters of before; cut to what one question asks for. */
  #missing({ metric, by, span }: Wanted, now: number): readonly { gap: Span; stepMs: number }[] {
    const { store, tenant } = this.#deps;
    const border = Math.floor((now - MINUTES_KEPT_MS) / QUARTER_MS) * QUARTER_MS + QUARTER_MS;
    const oldest = Math.max(span.from, now - QUARTERS_KEPT_MS);
    // The minute that goes on is not over: it is known from the answers themselves.
    const newest = Math.min(span.to, Math.floor(now / MINUTE_MS) * MINUTE_MS);
    const mark = by.length === 0 ? metric : splitMark(metric, by);
    const within = (from: number, to: number, stepMs: number, leastMs: number) => {
      if (to - from < leastMs) return [];
      const gaps = store.gaps(tenant, mark, {}, { from, to }, stepMs, leastMs);
      return gaps.flatMap((gap) => pieces(gap).map((piece) => ({ gap: piece, stepMs })));
    };
    return [
      ...within(oldest, Math.min(newest, border), QUARTER_MS, 2 * QUARTER_MS),
      ...within(Math.max(oldest, border), newest, MINUTE_MS, LEAST_GAP_MS),
    ];
  }

  async #work(): Promise<void> {
    const { signal } = this.#controller;
    for (let next = this.#waiting.pop(); next !== undefined && !signal.aborted; next = this.#waiting.pop()) {
      this.#asked.add(next);
      let filled = false;
      try {
        filled = await this.#fill(next, signal);
      } catch (thrown) {
        const { code, detail } = failureOf(thrown);
        this.#deps.log.info('a gap of the past was not filled', { code, reason: detail?.reason });
        // An instance that cannot answer one of these cannot answer the others; they are asked for again later.
        if (code !== 'invalid') this.#waiting = [];
      }
      this.#asked.delete(next);
      if (filled || this.#asked.size + this.#waiting.length === 0) this.#deps.onChange();
    }
  }

  /** Returns whether anything came that was not known. */
  async #fill({ wanted, gap, stepMs }: Question, signal: AbortSignal): Promise<boolean> {
    const { api, store, tenant, told, skew, clock } = this.#deps;
    const metric = told(wanted.metric);
    if (metric === undefined) return false;
    const ahead = skew();
    const by = wanted.by.map((label) => metric.dimensions.get(label) ?? label);
    const question = { metric: metric.name, from: gap.from + ahead, to: gap.to + ahead, stepMs, by };
    const now = clock.now();
    let filled = 0;
    for (const { labels, points } of await api.history(question, metric.scale, signal)) {
      if (!fits(labels, wanted.by)) continue;
      const ours = points
        .map(({ at, value }) => ({ at: at - ahead, value }))
        // Rounding to whole steps undoes what little the clocks differ; nothing can be known of the future.
        .map(({ at, value }) => ({ at: Math.round(at / stepMs) * stepMs, value }))
        .filter(({ at }) => at >= gap.from - stepMs && at < Math.min(gap.to, now));
      filled += store.fill(tenant, wanted.metric, labels, stepMs, ours);
    }
    if (wanted.by.length > 0) {
      const steps = Array.from({ length: Math.floor((gap.to - gap.from) / stepMs) }, (_, place) => place);
      const marks = steps.map((place) => ({ at: gap.from + place * stepMs, value: 1 }));
      store.fill(tenant, splitMark(wanted.metric, wanted.by), {}, stepMs, marks);
    }
    return filled > 0;
  }
}

/**
 * The series that tells for which steps the parts of a metric are known: a part of which nothing happened has no value of
 * its own there.
 */
export function splitMark(metric: string, by: readonly string[]): string {
  return `by:${by.join()}:${metric}`;
}

function fits(labels: Labels, by: readonly string[]): boolean {
  return Object.keys(labels).sort().join() === [...by].sort().join();
}

function pieces({ from, to }: Span): readonly Span[] {
  const count = Math.max(1, Math.ceil((to - from) / MOST_ASKED_MS));
  return Array.from({ length: count }, (_, place) => ({
    from: from + place * MOST_ASKED_MS,
    to: Math.min(to, from + (place + 1) * MOST_ASKED_MS),
  }));
}
