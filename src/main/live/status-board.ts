import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/models/failure.ts';
import { type HubCounters, type HubState, type HubStatus, NO_COUNTERS } from '../../shared/models/freshness.ts';
import type { Clock } from '../storage/clock.ts';
import { EventRate } from './event-rate.ts';
import { NewestValue } from './newest-value.ts';

type Counter = Exclude<keyof HubCounters, 'eventsPerSecond'>;

/** How a tenant's live data stands: state, since when, why, and what was counted. Windows take the newest picture. */
export class StatusBoard {
  readonly #tenant: string;
  readonly #clock: Clock;
  readonly #clockSkew: () => number | undefined;
  readonly #rate = new EventRate();
  readonly #counts: Record<Counter, number> = { ...NO_COUNTERS };
  readonly #newest: NewestValue<HubStatus>;
  #state: HubState = 'connecting';
  #since: number;
  #problem: Failure | undefined;
  #retryAt: number | undefined;
  #lastHeardAt: number | undefined;
  #shown = '';

  /** @param clockSkew server clock minus this machine's, where known. */
  constructor(tenant: string, clock: Clock, clockSkew: () => number | undefined) {
    this.#tenant = tenant;
    this.#clock = clock;
    this.#since = clock.now();
    this.#newest = new NewestValue(() => this.status());
    this.#clockSkew = clockSkew;
  }

  get state(): HubState {
    return this.#state;
  }

  /** When all rows were last proven. */
  get lastHeardAt(): number | undefined {
    return this.#lastHeardAt;
  }

  /** Sets the state; told to the windows at once when anything of it differs. */
  set(state: HubState, problem: Failure | undefined, retryAt: number | undefined): void {
    if (state === this.#state && problem === this.#problem && retryAt === this.#retryAt) return;
    if (state !== this.#state) this.#since = this.#clock.now();
    this.#state = state;
    this.#problem = problem;
    this.#retryAt = retryAt;
    this.#newest.wake();
  }

  /** All rows are proven as of `at`. Not told by itself; the next tick or state change carries it. */
  heard(at: number): void {
    this.#lastHeardAt = at;
  }

  count(counter: Counter, by = 1): void {
    this.#counts[counter] += by;
  }

  /** Counts events for the rate. */
  events(count: number, at: number): void {
    if (count === 0) return;
    this.#counts.events += count;
    this.#rate.add(count, at);
  }

  /** Sets how many were dropped in all; the stores count that themselves. */
  dropped(total: number): void {
    this.#counts.dropped = total;
  }

  /** Once a second: tells the windows when counters or the time of proof moved. */
  tick(): void {
    const shown = `${this.#counts.events}/${this.#lastHeardAt}/${this.#rate.perSecond(this.#clock.now())}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#newest.wake();
  }

  status(): HubStatus {
    const problem = this.#problem;
    const clockSkew = this.#clockSkew();
    return {
      tenant: this.#tenant,
      state: this.#state,
      since: this.#since,
      counters: { ...this.#counts, eventsPerSecond: this.#rate.perSecond(this.#clock.now()) },
      ...(this.#lastHeardAt === undefined ? {} : { lastHeardAt: this.#lastHeardAt }),
      ...(this.#retryAt === undefined ? {} : { retryAt: this.#retryAt }),
      ...(problem === undefined ? {} : { problem: { code: problem.code, message: problem.message } }),
      ...(clockSkew === undefined ? {} : { clockSkew }),
    };
  }

  /** A window's view; every batch is the whole status as it is when taken. */
  open(changed: () => void): StreamSource<HubStatus> {
    return this.#newest.open(changed);
  }
}
