import { type Failure, failureOf } from '../../../shared/models/failure.ts';
import type { Clock } from '../../storage/clock.ts';

export interface PollerDeps {
  readonly clock: Clock;
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
  readonly everyMs: () => number;
  /** Reads once. Throws FailureError. */
  readonly read: (signal: AbortSignal) => Promise<void>;
  /** Told after each reading, however it ended. */
  readonly onRead: (failure: Failure | undefined) => void;
}

/** Longest wait after failures, unless the instance asks for more. */
const LONGEST_MS = 60_000;

/**
 * Reads again and again; the next reading is planned when the last is in, so none overlap. After failures it waits longer
 * each time, and at least as long as the instance asks.
 */
export class Poller {
  readonly #deps: PollerDeps;
  #active = false;
  #cancel: (() => void) | undefined;
  #controller: AbortController | undefined;
  #failures = 0;
  #reading: Promise<void> | undefined;
  #retryAt: number | undefined;

  constructor(deps: PollerDeps) {
    this.#deps = deps;
  }

  /** Epoch ms of the next attempt after a failure. */
  get retryAt(): number | undefined {
    return this.#retryAt;
  }

  /** Reads now and from now on; nothing when it does already. */
  start(): void {
    if (this.#active) return;
    this.#active = true;
    void this.now();
  }

  stop(): void {
    this.#active = false;
    this.#cancel?.();
    this.#controller?.abort();
    this.#reading = undefined;
    this.#retryAt = undefined;
  }

  /** Reads now instead of later; resolves when that reading is in. Joins one that is under way. */
  now(): Promise<void> {
    this.#cancel?.();
    if (this.#reading !== undefined) return this.#reading;
    const reading = this.#read().finally(() => {
      if (this.#reading === reading) this.#reading = undefined;
    });
    this.#reading = reading;
    return reading;
  }

  async #read(): Promise<void> {
    const { clock, random, everyMs, read, onRead } = this.#deps;
    const controller = new AbortController();
    this.#controller = controller;
    let failure: Failure | undefined;
    try {
      await read(controller.signal);
    } catch (thrown) {
      failure = failureOf(thrown);
    }
    if (controller.signal.aborted) return;
    this.#failures = failure === undefined ? 0 : this.#failures + 1;
    // A tenth of jitter, so that many consoles do not read in step.
    const even = everyMs() * (0.95 + random() * 0.1);
    const wait =
      failure === undefined
        ? even
        : Math.max(Math.min(LONGEST_MS, even * 2 ** (this.#failures - 1)), failure.detail?.retryAfterMs ?? 0);
    this.#retryAt = failure === undefined || !this.#active ? undefined : clock.now() + wait;
    if (this.#active) this.#cancel = clock.after(wait, () => void this.now());
    onRead(failure);
  }
}
