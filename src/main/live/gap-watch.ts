import type { Clock } from '../storage/clock.ts';
import type { HubLimits } from './limits.ts';
import type { SequenceTracker } from './sequence-tracker.ts';

/**
 * Decides when a missing number is a gap and not just late: after a short grace without progress, or at once when many
 * later events have come.
 */
export class GapWatch {
  readonly #tracker: SequenceTracker;
  readonly #clock: Clock;
  readonly #limits: HubLimits;
  readonly #onGap: (upTo: number) => void;
  #cancel: (() => void) | undefined;
  #last: number | undefined;

  constructor(tracker: SequenceTracker, clock: Clock, limits: HubLimits, onGap: (upTo: number) => void) {
    this.#tracker = tracker;
    this.#clock = clock;
    this.#limits = limits;
    this.#onGap = onGap;
  }

  /** To be called after each batch of events. */
  check(): void {
    if (!this.#tracker.missing) {
      this.stop();
      return;
    }
    if (this.#tracker.ahead > this.#limits.reorderEvents) {
      this.#declare();
      return;
    }
    if (this.#cancel !== undefined && this.#last === this.#tracker.last) return;
    this.stop();
    this.#last = this.#tracker.last;
    this.#cancel = this.#clock.after(this.#limits.reorderGraceMs, () => this.#declare());
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  #declare(): void {
    this.stop();
    if (this.#tracker.missing) this.#onGap(this.#tracker.skip());
  }
}
