import { failureMinutes, shareMinutes } from './summary.ts';
import { addFacts, type Facts, noFacts } from './tally.ts';

/** What happened lately: durations and counts of the last minute, counts of the spans that shares are made of. */
export class RecentFacts {
  readonly #perMinute: number;
  readonly #steps: Facts[] = [];
  readonly #share = new Map<string, number>();
  readonly #failures = new Map<string, number>();

  /** @param stepMs how long one addition is */
  constructor(stepMs: number) {
    this.#perMinute = 60_000 / stepMs;
  }

  add(facts: Facts): void {
    this.#steps.push(facts);
    this.#count(facts, 1);
    const leaving = this.#steps.at(-1 - failureMinutes * this.#perMinute);
    if (leaving !== undefined) sum(this.#failures, leaving, -1);
    if (this.#steps.length <= shareMinutes * this.#perMinute) return;
    const gone = this.#steps.shift();
    if (gone !== undefined) sum(this.#share, gone, -1);
  }

  /** The last minute. @param underway what happened since the last addition; takes the place of the oldest step */
  minute(underway?: Facts): Facts {
    const all = noFacts();
    const steps = underway === undefined ? this.#perMinute : this.#perMinute - 1;
    for (const facts of this.#steps.slice(-steps)) addFacts(all, facts);
    if (underway !== undefined) addFacts(all, underway);
    return all;
  }

  counts(underway?: Facts): { readonly share: Facts['counts']; readonly failures: Facts['counts'] } {
    if (underway === undefined) return { share: this.#share, failures: this.#failures };
    const counts = { share: new Map(this.#share), failures: new Map(this.#failures) };
    for (const map of [counts.share, counts.failures]) sum(map, underway, 1);
    return counts;
  }

  #count(facts: Facts, sign: 1 | -1): void {
    sum(this.#share, facts, sign);
    sum(this.#failures, facts, sign);
  }
}

function sum(to: Map<string, number>, { counts }: Facts, sign: 1 | -1): void {
  for (const [key, count] of counts) {
    const value = (to.get(key) ?? 0) + sign * count;
    if (value === 0) to.delete(key);
    else to.set(key, value);
  }
}
