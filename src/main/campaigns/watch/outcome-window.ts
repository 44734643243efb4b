import type { Breaker, BreakerMetric, BreakerReading } from '../../../shared/models/breaker.ts';

/** Calls by disposition since a campaign began, as they stood at an instant (epoch ms, this machine's clock). */
interface Sample {
  readonly at: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/** Longest window that a breaker may have, and a little more. */
const KEPT_MS = 241 * 60_000;
/** Samples closer than this add nothing to a window of minutes. */
const LEAST_GAP_MS = 5_000;

const COUNTED: Readonly<Record<BreakerMetric, ReadonlySet<string>>> = {
  failure: new Set(['failed']),
  abandon: new Set(['abandoned']),
  unsubscribe: new Set(['unsubscribed']),
};

const total = (outcomes: Sample['outcomes'], counted?: ReadonlySet<string>) =>
  Object.entries(outcomes).reduce((sum, [name, count]) => sum + (counted?.has(name) === false ? 0 : count), 0);

/**
 * The outcomes of one campaign over the last hours. An instance tells totals; what happened in a window is the difference
 * between two of them. Nothing is known of the time before the first.
 */
export class OutcomeWindow {
  #samples: Sample[] = [];

  /** Takes the totals as they stand. Totals that shrank mean another count: everything before is forgotten. */
  add(outcomes: Readonly<Record<string, number>>, at: number): void {
    const last = this.#samples.at(-1);
    if (last !== undefined && total(outcomes) < total(last.outcomes)) this.#samples = [];
    const [beforeLast, newest] = this.#samples.slice(-2);
    if (newest !== undefined && beforeLast !== undefined && newest.at - beforeLast.at < LEAST_GAP_MS) {
      this.#samples.pop();
    }
    this.#samples.push({ at, outcomes });
    const keepFrom = this.#samples.findLastIndex((sample) => sample.at <= at - KEPT_MS);
    if (keepFrom > 0) this.#samples.splice(0, keepFrom);
  }

  /** Counts anew from now on: what tripped a breaker must not trip it again. */
  restart(): void {
    this.#samples = this.#samples.slice(-1);
  }

  /** Where a breaker stands; undefined before the first totals. @param at epoch ms, this machine's clock. */
  reading({ id, metric, abovePercent, windowMinutes, minimumCalls }: Breaker, campaignId: string, at: number) {
    const now = this.#samples.at(-1);
    if (now === undefined) return undefined;
    const begin = at - windowMinutes * 60_000;
    // The newest totals that are not within the window are where it begins.
    const from = this.#samples.findLast((sample) => sample.at <= begin) ?? this.#samples[0] ?? now;
    const calls = total(now.outcomes) - total(from.outcomes);
    const counted = total(now.outcomes, COUNTED[metric]) - total(from.outcomes, COUNTED[metric]);
    const percent = calls === 0 ? 0 : (100 * Math.max(0, counted)) / calls;
    const enough = calls >= minimumCalls;
    const reading: BreakerReading = {
      breakerId: id,
      campaignId,
      calls,
      counted: Math.max(0, counted),
      from: Math.max(from.at, begin),
      percent,
      enough,
      above: enough && percent > abovePercent,
    };
    return reading;
  }
}
