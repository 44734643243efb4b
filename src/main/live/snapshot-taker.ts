import { type Failure, failureOf } from '../../shared/models/failure.ts';
import type { LiveSnapshot, TenantApi } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import { fullJitter, retryDelay } from './backoff.ts';
import type { HubLimits } from './limits.ts';
import type { FetchStamp } from './stamp.ts';

export interface SnapshotTakerDeps {
  readonly api: Pick<TenantApi, 'liveSnapshot'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits: HubLimits;
  /** The hub's place among the events now, which orders a snapshot among them. */
  readonly place: () => Pick<FetchStamp, 'askedAt' | 'heardTo'>;
  /** Applies a snapshot; answers whether another one is still needed. */
  readonly onSnapshot: (snapshot: LiveSnapshot, fetch: FetchStamp) => boolean;
  readonly onFailure: (failure: Failure) => void;
}

/**
 * Takes snapshots when asked, one at a time. The first is taken at once; ones that follow too soon are spaced out with
 * growing jitter, so that a stream that keeps breaking does not become a storm of snapshots.
 */
export class SnapshotTaker {
  readonly #deps: SnapshotTakerDeps;
  #running: AbortController | undefined;
  #cancelTimer: (() => void) | undefined;
  #failures = 0;
  #soon = 0;
  #lastAt = Number.NEGATIVE_INFINITY;
  #waiters: { resolve: () => void; reject: (reason: unknown) => void }[] = [];

  constructor(deps: SnapshotTakerDeps) {
    this.#deps = deps;
  }

  /** Asks for a snapshot; nothing happens when one is on its way (whether it suffices is asked when it is here). */
  request(): void {
    if (this.#running !== undefined || this.#cancelTimer !== undefined) return;
    const { clock, limits, random } = this.#deps;
    const since = clock.now() - this.#lastAt;
    if (since >= limits.resyncCalmMs * 4) this.#soon = 0;
    if (since >= limits.resyncCalmMs) return void this.#take();
    const wait = fullJitter(this.#soon++, limits.backoffBaseMs, limits.backoffCapMs, random);
    this.#later(wait);
  }

  /** Takes a snapshot now, whatever the pace. Resolves when it is applied; rejects with what went wrong. */
  now(): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      this.#waiters.push({ resolve, reject });
    });
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    if (this.#running === undefined) void this.#take();
    return done;
  }

  /** Drops a planned request; one on its way is still welcome. */
  pause(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }

  /** Gives up the running request and every timer. */
  stop(reason: unknown): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    this.#running?.abort();
    this.#running = undefined;
    for (const waiter of this.#waiters.splice(0)) waiter.reject(reason);
  }

  #later(ms: number): void {
    this.#cancelTimer = this.#deps.clock.after(ms, () => {
      this.#cancelTimer = undefined;
      void this.#take();
    });
  }

  async #take(): Promise<void> {
    const { api, clock, limits, random } = this.#deps;
    const abort = new AbortController();
    this.#running = abort;
    const place = this.#deps.place();
    try {
      const snapshot = await api.liveSnapshot(abort.signal);
      if (this.#running !== abort) return;
      this.#running = undefined;
      this.#failures = 0;
      this.#lastAt = clock.now();
      const more = this.#deps.onSnapshot(snapshot, { sequence: snapshot.sequence, ...place, at: clock.now() });
      for (const waiter of this.#waiters.splice(0)) waiter.resolve();
      if (more) this.request();
    } catch (thrown) {
      if (this.#running !== abort) return;
      this.#running = undefined;
      const failure = failureOf(thrown);
      for (const waiter of this.#waiters.splice(0)) waiter.reject(thrown);
      this.#later(retryDelay(failure, this.#failures++, limits, random));
      this.#deps.onFailure(failure);
    }
  }
}
