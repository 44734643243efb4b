import type { Clock } from '../storage/clock.ts';
import type { HubLimits } from './limits.ts';

/** Intervals remembered; the longest of them is taken, so that one early heartbeat does not shorten the patience. */
const REMEMBERED = 5;

export interface HeartbeatWatchDeps {
  readonly clock: Clock;
  readonly limits: HubLimits;
  /** Nothing was heard for too long although the socket looks open. */
  readonly onSilence: () => void;
  /** A timer fired far too late: the machine slept. */
  readonly onSlept: () => void;
}

/** Watches one stream for silence, at the pace of heartbeats that the instance itself shows. */
export class HeartbeatWatch {
  readonly #deps: HeartbeatWatchDeps;
  #intervals: number[] = [];
  #lastHeartbeat: number | undefined;
  #lastHeard = 0;
  #cancel: (() => void) | undefined;

  constructor(deps: HeartbeatWatchDeps) {
    this.#deps = deps;
  }

  /** Starts watching one connection; what was learned about the pace is kept. */
  start(): void {
    this.stop();
    this.#lastHeartbeat = undefined;
    this.heard();
    this.#arm(this.patience());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** Something came. Cheap: it moves no timer. */
  heard(): void {
    this.#lastHeard = this.#deps.clock.now();
  }

  /** A heartbeat came. */
  heartbeat(): void {
    const now = this.#deps.clock.now();
    if (this.#lastHeartbeat !== undefined) {
      this.#intervals.push(now - this.#lastHeartbeat);
      if (this.#intervals.length > REMEMBERED) this.#intervals = this.#intervals.slice(-REMEMBERED);
      // The pace is known now: do not sit out the long first patience.
      if (this.#intervals.length === 1) this.#arm(this.patience());
    }
    this.#lastHeartbeat = now;
  }

  /** Silence longer than this means that the stream is dead. */
  patience(): number {
    const { heartbeatFactor, heartbeatMinMs, heartbeatUnknownMs } = this.#deps.limits;
    if (this.#intervals.length === 0) return heartbeatUnknownMs;
    return Math.max(heartbeatMinMs, heartbeatFactor * Math.max(...this.#intervals));
  }

  #arm(ms: number): void {
    const { clock, limits } = this.#deps;
    const due = clock.now() + ms;
    this.#cancel?.();
    this.#cancel = clock.after(ms, () => {
      const now = clock.now();
      if (now - due > limits.sleptMs) return this.#deps.onSlept();
      const left = this.#lastHeard + this.patience() - now;
      if (left <= 0) this.#deps.onSilence();
      else this.#arm(left);
    });
  }
}
