import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { CampaignBoard } from '../board/campaign-board.ts';
import type { SafetyBook } from './safety-book.ts';
import { Sentry, type SentryDeps } from './sentry.ts';

export interface SentriesDeps extends Omit<SentryDeps, 'tenant' | 'api' | 'safety'> {
  readonly apiFor: (tenant: string) => SentryDeps['api'];
  readonly board: (tenant: string) => CampaignBoard;
  readonly book: SafetyBook;
}

/** One sentry a tenant: those with a breaker that is on are read without a window, the others only while one looks. */
export class Sentries {
  readonly #deps: SentriesDeps;
  readonly #sentries = new Map<string, Sentry>();
  readonly #watching = new Map<string, () => void>();

  constructor(deps: SentriesDeps) {
    this.#deps = deps;
  }

  handlers(): Handlers['safety'] {
    return {
      state: ({ tenant }, changed) => this.#of(tenant).open(changed),
      save: ({ tenant, safety }) => {
        this.#deps.book.set(tenant, safety);
        this.#of(tenant).changed();
        if (this.#watching.size > 0) this.watch([...this.#watching.keys(), tenant]);
      },
    };
  }

  /** Watches the tenants of this list from now on, and no others. */
  watch(tenants: readonly string[]): void {
    const wanted = new Set(tenants);
    for (const [tenant, end] of this.#watching) {
      if (wanted.has(tenant)) continue;
      end();
      this.#watching.delete(tenant);
    }
    for (const tenant of wanted) {
      if (this.#watching.has(tenant)) continue;
      try {
        const sentry = this.#of(tenant);
        this.#watching.set(
          tenant,
          this.#deps.board(tenant).watch((campaigns) => void sentry.look(campaigns)),
        );
      } catch {
        // No way to this tenant now (no token): it is tried anew when the session next changes.
      }
    }
  }

  /** The session is over: what was counted is forgotten. */
  stopAll(): void {
    for (const end of this.#watching.values()) end();
    this.#watching.clear();
    this.#sentries.clear();
  }

  #of(tenant: string): Sentry {
    const { apiFor, board: _, book, ...rest } = this.#deps;
    const known = this.#sentries.get(tenant);
    if (known !== undefined) return known;
    const sentry = new Sentry({ ...rest, tenant, api: apiFor(tenant), safety: () => book.get(tenant) });
    this.#sentries.set(tenant, sentry);
    return sentry;
  }
}
