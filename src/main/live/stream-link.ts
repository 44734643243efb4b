import { type Failure, failureOf } from '../../shared/models/failure.ts';
import type { StreamedEvent, TenantApi } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import { retryDelay } from './backoff.ts';
import { HeartbeatWatch } from './heartbeat-watch.ts';
import type { HubLimits } from './limits.ts';

export interface StreamLinkDeps {
  readonly api: Pick<TenantApi, 'streamConversations'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits: HubLimits;
  /** The stream is open; `resumed` when it was asked to go on after the last event. */
  readonly onOpen: (resumed: boolean) => void;
  readonly onEvents: (events: readonly StreamedEvent[]) => void;
  /** The stream is down; the next try is at `retryAt`. */
  readonly onDown: (failure: Failure, retryAt: number) => void;
  /** The machine slept: what the socket says now is not to be trusted. */
  readonly onSlept: () => void;
}

/**
 * One tenant's stream, kept open: connects, notices silence, reconnects with full-jitter back-off and without a limit
 * of tries, goes on after the last event id.
 */
export class StreamLink {
  readonly #deps: StreamLinkDeps;
  readonly #watch: HeartbeatWatch;
  #lastEventId: string | undefined;
  #abort: AbortController | undefined;
  #cancelRetry: (() => void) | undefined;
  #failures = 0;
  #renewedAt = Number.NEGATIVE_INFINITY;
  #open = false;

  constructor(deps: StreamLinkDeps) {
    this.#deps = deps;
    this.#watch = new HeartbeatWatch({
      clock: deps.clock,
      limits: deps.limits,
      onSilence: () => this.#fail({ code: 'offline', message: 'The stream fell silent', detail: { reason: 'silent' } }),
      onSlept: deps.onSlept,
    });
  }

  get open(): boolean {
    return this.#open;
  }

  /** Open, connecting, or waiting for the next try. */
  get active(): boolean {
    return this.#abort !== undefined || this.#cancelRetry !== undefined;
  }

  /** Tries that failed in a row. */
  get failures(): number {
    return this.#failures;
  }

  /** Connects now, dropping the present connection if there is one. `anew` forgets the last event id. */
  connect(anew: boolean): void {
    this.close();
    if (anew) this.#lastEventId = undefined;
    const abort = new AbortController();
    this.#abort = abort;
    this.#watch.start();
    void this.#run(abort, this.#lastEventId);
  }

  /** The stream proved itself: the next failure starts the back-off anew. */
  proven(): void {
    this.#failures = 0;
  }

  /** The token ended: reconnect at once with a fresh one, unless that has only just been done. */
  renew(): void {
    const now = this.#deps.clock.now();
    const failure: Failure = {
      code: 'offline',
      message: 'The session of the stream ended',
      detail: { reason: 'renew' },
    };
    if (now - this.#renewedAt < this.#deps.limits.backoffBaseMs) {
      this.#fail(failure);
      return;
    }
    this.#renewedAt = now;
    this.connect(false);
  }

  /** Ends the connection and every timer; `connect` starts again. */
  close(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    this.#watch.stop();
    this.#open = false;
    this.#abort?.abort();
    this.#abort = undefined;
  }

  async #run(abort: AbortController, lastEventId: string | undefined): Promise<void> {
    const current = () => this.#abort === abort;
    try {
      await this.#deps.api.streamConversations({
        ...(lastEventId === undefined ? {} : { lastEventId }),
        signal: abort.signal,
        onOpen: () => {
          if (!current()) return;
          this.#open = true;
          this.#watch.heard();
          this.#deps.onOpen(lastEventId !== undefined);
        },
        onEvents: (events) => {
          if (current()) this.#events(events);
        },
      });
      if (current())
        this.#fail({ code: 'offline', message: 'The instance ended the stream', detail: { reason: 'ended' } });
    } catch (thrown) {
      if (current()) this.#fail(failureOf(thrown));
    }
  }

  #events(events: readonly StreamedEvent[]): void {
    this.#watch.heard();
    for (const { event, id } of events) {
      if (event.type === 'heartbeat') this.#watch.heartbeat();
      if (id !== undefined) this.#lastEventId = id;
    }
    this.#deps.onEvents(events);
  }

  #fail(failure: Failure): void {
    this.close();
    const { clock, limits, random } = this.#deps;
    const wait = retryDelay(failure, this.#failures++, limits, random);
    // Asked to go on after the last event, the instance would send the same oversized one again, and again.
    const anew = failure.detail?.reason === 'event-too-large';
    this.#cancelRetry = clock.after(wait, () => this.connect(anew));
    this.#deps.onDown(failure, clock.now() + wait);
  }
}
