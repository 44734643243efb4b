import { failureOf } from '../../shared/models/failure.ts';
import type { TenantApi } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import { isRefusal } from './backoff.ts';

/** An announcement is repeated this often; instances let it run out after some multiple of it. */
const RENEW_MS = 20_000;

/**
 * Tells the instance which conversations this operator has open, where it offers that, so that colleagues see it.
 * Failing is silent: then nobody is told, and nothing is claimed.
 */
export class Presence {
  readonly #api: Pick<TenantApi, 'can' | 'announcePresence'>;
  readonly #clock: Clock;
  readonly #watched = new Map<string, () => void>();
  #stopped = false;

  constructor(api: Pick<TenantApi, 'can' | 'announcePresence'>, clock: Clock) {
    this.#api = api;
    this.#clock = clock;
  }

  /** A window shows it. */
  begin(id: string): void {
    if (this.#watched.has(id) || this.#stopped) return;
    this.#announce(id);
  }

  /** No window shows it any more: the announcement runs out. */
  end(id: string): void {
    this.#watched.get(id)?.();
    this.#watched.delete(id);
  }

  stop(): void {
    this.#stopped = true;
    for (const id of [...this.#watched.keys()]) this.end(id);
  }

  #announce(id: string): void {
    this.#watched.set(
      id,
      this.#clock.after(RENEW_MS, () => this.#announce(id)),
    );
    // The binding may gain or lose it at any time.
    if (!this.#api.can('conversations.watch')) return;
    this.#api.announcePresence(id).catch((thrown: unknown) => {
      // Refused for good (ended, forbidden): not asked again until it is opened anew.
      const failure = failureOf(thrown);
      if (isRefusal(failure) || failure.code === 'invalid' || failure.code === 'not-found') {
        this.#watched.get(id)?.();
        if (this.#watched.has(id)) this.#watched.set(id, () => undefined);
      }
    });
  }
}
