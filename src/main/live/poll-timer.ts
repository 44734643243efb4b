import type { Clock } from '../storage/clock.ts';

export interface PollTimerDeps {
  readonly clock: Clock;
  readonly random: () => number;
  readonly everyMs: number;
  /** Takes a snapshot now. */
  readonly poll: () => void;
}

/** Paces the snapshots of an instance without a stream. The next is planned when the last is in, so none overlap. */
export class PollTimer {
  readonly #deps: PollTimerDeps;
  #cancel: (() => void) | undefined;
  #active = false;

  constructor(deps: PollTimerDeps) {
    this.#deps = deps;
  }

  get active(): boolean {
    return this.#active;
  }

  /** Polls now and from now on; nothing when it does already. */
  start(): void {
    if (this.#active) return;
    this.#active = true;
    this.#deps.poll();
  }

  /** A snapshot is in: plan the next one. */
  next(): void {
    if (!this.#active) return;
    const { clock, random, everyMs, poll } = this.#deps;
    this.#cancel?.();
    // A tenth of jitter, so that many consoles do not poll in step.
    this.#cancel = clock.after(everyMs * (0.95 + random() * 0.1), poll);
  }

  stop(): void {
    this.#active = false;
    this.#cancel?.();
  }
}
