import { FailureError } from '../../../shared/models/failure.ts';
import type { StreamedEvent, StreamOptions } from '../../platform/tenant-api.ts';
import type { Clock } from '../../storage/clock.ts';

/** How often (0..1) the way from the instance spoils an event. */
export interface Faults {
  readonly duplicate: number;
  readonly reorder: number;
  readonly lose: number;
  readonly malform: number;
}

export const NO_FAULTS: Faults = { duplicate: 0, reorder: 0, lose: 0, malform: 0 };

const FLUSH_MS = 20;

/** One stream from the fake instance to the hub, with what can go wrong on the way. */
export class FakeConnection {
  readonly ended: Promise<void>;
  readonly #options: StreamOptions;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #faults: () => Faults;
  #queue: StreamedEvent[] = [];
  #cancelFlush: (() => void) | undefined;
  #stalled = false;
  #over = false;
  #resolve: () => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;

  constructor(options: StreamOptions, clock: Clock, random: () => number, faults: () => Faults) {
    this.#options = options;
    this.#clock = clock;
    this.#random = random;
    this.#faults = faults;
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    options.signal.addEventListener('abort', () => this.cut(new FailureError('cancelled', 'aborted')));
  }

  get over(): boolean {
    return this.#over;
  }

  /** Puts an event on its way. */
  send(event: StreamedEvent): void {
    if (this.#over) return;
    const { lose, malform, duplicate, reorder } = this.#faults();
    if (this.#random() < lose) return;
    const sent =
      this.#random() < malform && event.event.type !== 'heartbeat'
        ? { ...event, event: { type: 'malformed', why: 'cut in half' } as const }
        : event;
    const behind = this.#queue.length;
    const place = this.#random() < reorder ? Math.floor(this.#random() * (behind + 1)) : behind;
    this.#queue.splice(place, 0, sent);
    if (this.#random() < duplicate) this.#queue.push(sent);
    this.#cancelFlush ??= this.#clock.after(FLUSH_MS, () => this.flush());
  }

  /** Delivers what is on its way. */
  flush(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    const batch = this.#queue;
    this.#queue = [];
    if (!this.#over && !this.#stalled && batch.length > 0) this.#options.onEvents(batch);
  }

  /** From now on nothing arrives, and the socket does not close. */
  stall(): void {
    this.#stalled = true;
  }

  end(): void {
    this.#finish();
    this.#resolve();
  }

  cut(reason: unknown = new FailureError('offline', 'Connection reset')): void {
    this.#finish();
    this.#reject(reason);
  }

  #finish(): void {
    this.#over = true;
    this.#cancelFlush?.();
  }
}
