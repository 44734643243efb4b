import { type Failure, failureOf } from '../../shared/models/failure.ts';
import type { SourceState } from '../../shared/models/telemetry.ts';
import { retryDelay } from '../live/backoff.ts';
import type { Clock } from '../storage/clock.ts';
import type { TelemetryLimits } from './limits.ts';

export interface SourceDeps<T> {
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits: TelemetryLimits;
  /** Whether the instance offers it now. */
  readonly offered: () => boolean;
  readonly ask: (signal: AbortSignal) => Promise<T>;
  readonly onAnswer: (answer: T) => void;
  /** Told after each change of the state. */
  readonly onState: () => void;
  /** Ms to the next question after an answer. */
  readonly pace: () => number;
}

/**
 * One answer of the instance that is asked for again and again: one question at a time, whatever it takes, and after a
 * failure later and later. What was known before stays; the state says how old it is.
 */
export class Source<T> {
  readonly #deps: SourceDeps<T>;
  #state: SourceState = { state: 'waiting' };
  #cancel: (() => void) | undefined;
  #underWay: AbortController | undefined;
  #attempt = 0;
  #running = false;

  constructor(deps: SourceDeps<T>) {
    this.#deps = deps;
  }

  get state(): SourceState {
    return this.#state;
  }

  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.now();
  }

  stop(): void {
    this.#running = false;
    this.#cancel?.();
    this.#cancel = undefined;
    this.#underWay?.abort();
    this.#underWay = undefined;
  }

  /** Asks at once, unless a question is under way. */
  now(): void {
    if (!this.#running || this.#underWay !== undefined) return;
    this.#cancel?.();
    if (!this.#deps.offered()) {
      this.#set({ state: 'missing' });
      this.#later(this.#deps.limits.refusedRetryMs);
      return;
    }
    const controller = new AbortController();
    this.#underWay = controller;
    void this.#round(controller);
  }

  async #round(controller: AbortController): Promise<void> {
    const { clock, limits, ask, onAnswer } = this.#deps;
    const asked = clock.now();
    const stopWatch = clock.after(limits.slowMs, () => this.#set({ ...this.#state, slowSince: asked }));
    try {
      const answer = await ask(controller.signal);
      if (controller.signal.aborted) return;
      this.#attempt = 0;
      this.#state = { state: 'ok', okAt: clock.now() };
      onAnswer(answer);
      this.#deps.onState();
      this.#later(this.#deps.pace());
    } catch (thrown) {
      if (!controller.signal.aborted) this.#failed(failureOf(thrown));
    } finally {
      stopWatch();
      if (this.#underWay === controller) this.#underWay = undefined;
    }
  }

  #failed(failure: Failure): void {
    const { clock, limits, random, pace } = this.#deps;
    const wait = Math.max(pace(), retryDelay(failure, this.#attempt, limits, random));
    this.#attempt += 1;
    const okAt = this.#state.okAt;
    this.#set({ state: 'failing', failure, retryAt: clock.now() + wait, ...(okAt !== undefined && { okAt }) });
    this.#later(wait);
  }

  #later(ms: number): void {
    if (!this.#running) return;
    this.#cancel?.();
    this.#cancel = this.#deps.clock.after(ms, () => this.now());
  }

  #set(state: SourceState): void {
    this.#state = state;
    this.#deps.onState();
  }
}
