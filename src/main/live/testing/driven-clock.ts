import type { Clock } from '../../storage/clock.ts';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** A clock that only the test moves. Between two timers every promise that can go on does. */
export class DrivenClock implements Clock {
  #now: number;
  #order = 0;
  readonly #timers = new Set<Timer>();

  constructor(now = 1_700_000_000_000) {
    this.#now = now;
  }

  get pending(): number {
    return this.#timers.size;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, order: this.#order++, run };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  }

  /** Moves time on and runs what falls due, in order. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settled();
    for (let timer = this.#next(end); timer !== undefined; timer = this.#next(end)) {
      this.#timers.delete(timer);
      if (timer.at > this.#now) this.#now = timer.at;
      timer.run();
      await settled();
    }
    this.#now = end;
  }

  /** The machine sleeps: time passes and no timer runs until it wakes. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  #next(end: number): Timer | undefined {
    let next: Timer | undefined;
    for (const timer of this.#timers) {
      if (timer.at > end) continue;
      if (next === undefined || timer.at < next.at || (timer.at === next.at && timer.order < next.order)) next = timer;
    }
    return next;
  }
}

/** Lets every promise that waits for nothing but other promises go on. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
