import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { ToldOutcome } from '../../shared/models/told.ts';
import type { Clock } from '../storage/clock.ts';

/** A window that opens within this time is still told. */
const FRESH_MS = 60_000;

/** Outcomes of commands that were given outside of the windows; kept for a minute, so that the window they open shows them. */
export class ToldOutcomes {
  readonly #clock: Clock;
  readonly #listeners = new Set<() => void>();
  #outcomes: readonly (ToldOutcome & { readonly at: number })[] = [];
  #serial = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  tell(outcome: Omit<ToldOutcome, 'serial'>): void {
    const at = this.#clock.now();
    const fresh = this.#outcomes.filter((one) => at - one.at < FRESH_MS);
    this.#outcomes = [...fresh, { ...outcome, at, serial: ++this.#serial }];
    for (const listener of this.#listeners) listener();
  }

  /** What is fresh, then what comes. */
  open(changed: () => void): StreamSource<readonly ToldOutcome[]> {
    let seen = 0;
    this.#listeners.add(changed);
    return {
      take: () => {
        const now = this.#clock.now();
        const news = this.#outcomes.filter(({ serial, at }) => serial > seen && now - at < FRESH_MS);
        seen = this.#serial;
        return news.length === 0 ? undefined : news.map(({ at: _, ...outcome }) => outcome);
      },
      close: () => this.#listeners.delete(changed),
    };
  }

  /** Nobody else who signs in is told. */
  clear(): void {
    this.#outcomes = [];
  }
}
