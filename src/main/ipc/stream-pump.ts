import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/envelope.ts';
import { failureOf } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';

export interface PumpTarget {
  /** Sends one batch to the window. */
  send(id: string, batch: Envelope<unknown>): void;
  /** How long after a batch the next may follow (ms). */
  pace(): number;
}

/**
 * Carries one stream to one window: a batch at a time, the next only after the window acknowledged the last and not
 * before its pace allows. What happens meanwhile is coalesced by the source, so a slow window gets fewer, larger
 * batches and never a growing queue.
 */
export class StreamPump {
  readonly #id: string;
  readonly #target: PumpTarget;
  readonly #clock: Clock;
  #source: StreamSource<unknown> | undefined;
  #awaitingAck = false;
  #changed = false;
  #lastSentAt = Number.NEGATIVE_INFINITY;
  #cancelTimer: (() => void) | undefined;
  #closed = false;

  constructor(id: string, target: PumpTarget, clock: Clock) {
    this.#id = id;
    this.#target = target;
    this.#clock = clock;
  }

  /** Opens the source, unless nobody waits for it any more; a failure to open is sent as the only batch. */
  start(open: (changed: () => void) => StreamSource<unknown>): void {
    if (this.#closed) return;
    try {
      this.#source = open(() => this.#onChange());
      this.#onChange();
    } catch (thrown) {
      this.#target.send(this.#id, { ok: false, failure: failureOf(thrown) });
    }
  }

  acknowledge(): void {
    this.#awaitingAck = false;
    if (this.#changed) this.#schedule();
  }

  close(): void {
    this.#closed = true;
    this.#cancelTimer?.();
    this.#source?.close();
  }

  #onChange(): void {
    this.#changed = true;
    if (!this.#awaitingAck) this.#schedule();
  }

  #schedule(): void {
    if (this.#cancelTimer !== undefined || this.#closed) return;
    const wait = Math.max(0, this.#lastSentAt + this.#target.pace() - this.#clock.now());
    this.#cancelTimer = this.#clock.after(wait, () => {
      this.#cancelTimer = undefined;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#closed || this.#awaitingAck || this.#source === undefined) return;
    this.#changed = false;
    try {
      const batch = this.#source.take();
      if (batch === undefined) return;
      this.#awaitingAck = true;
      this.#lastSentAt = this.#clock.now();
      this.#target.send(this.#id, { ok: true, value: batch });
    } catch (thrown) {
      this.#awaitingAck = true;
      this.#target.send(this.#id, { ok: false, failure: failureOf(thrown) });
    }
  }
}
