import type { StreamSource } from '../../../shared/ipc/contract.ts';
import type { CampaignSummary } from '../../../shared/models/campaign.ts';
import type { CampaignsView } from '../../../shared/models/campaign-views.ts';
import type { Failure } from '../../../shared/models/failure.ts';
import { NewestValue } from '../../live/newest-value.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import { present } from '../../platform/decode/present.ts';
import type { Clock } from '../../storage/clock.ts';
import type { PaceBook } from './pace-book.ts';
import { Poller } from './poller.ts';

/** Milliseconds between two readings while a window shows the list, and while only the console itself needs it. */
export const BOARD_MS = { shown: 4_000, watched: 15_000 } as const;

export interface BoardDeps {
  readonly api: CampaignApi;
  readonly clock: Clock;
  readonly random: () => number;
  readonly pace: PaceBook;
}

/** The campaigns of one tenant, read again and again while somebody needs them: once, however many windows do. */
export class CampaignBoard {
  readonly #deps: BoardDeps;
  readonly #newest = new NewestValue<CampaignsView>(() => this.view());
  readonly #poller: Poller;
  readonly #listeners = new Set<(campaigns: readonly CampaignSummary[]) => void>();
  #shown = 0;
  #watched = 0;
  #campaigns: readonly CampaignSummary[] = [];
  #seenAt: number | undefined;
  #failure: Failure | undefined;

  constructor(deps: BoardDeps) {
    this.#deps = deps;
    this.#poller = new Poller({
      clock: deps.clock,
      random: deps.random,
      everyMs: () => this.#everyMs(),
      read: (signal) => this.#read(signal),
      onRead: (failure) => {
        this.#failure = failure;
        this.#newest.wake();
        if (failure === undefined) for (const listener of this.#listeners) listener(this.#campaigns);
      },
    });
  }

  view(): CampaignsView {
    return present({
      campaigns: this.#campaigns,
      seenAt: this.#seenAt,
      everyMs: this.#everyMs(),
      failure: this.#failure,
      retryAt: this.#poller.retryAt,
      skewMs: this.#deps.api.clockSkew(),
    });
  }

  /** A window's view. */
  open(changed: () => void): StreamSource<CampaignsView> {
    const source = this.#newest.open(changed);
    this.#shown++;
    this.#poller.start();
    // Windows want it fresher than the console alone does.
    if (this.#shown === 1 && this.#seenAt !== undefined) void this.#poller.now();
    return {
      take: () => source.take(),
      close: () => {
        source.close();
        this.#shown--;
        this.#rest();
      },
    };
  }

  /** Keeps it read without a window; told after each reading. Returns its end. */
  watch(listener: (campaigns: readonly CampaignSummary[]) => void): () => void {
    this.#listeners.add(listener);
    this.#watched++;
    this.#poller.start();
    return () => {
      if (!this.#listeners.delete(listener)) return;
      this.#watched--;
      this.#rest();
    };
  }

  /** Reads now. */
  refresh(): Promise<void> {
    return this.#poller.now();
  }

  stop(): void {
    this.#poller.stop();
    this.#listeners.clear();
  }

  #everyMs(): number {
    return this.#shown > 0 ? BOARD_MS.shown : BOARD_MS.watched;
  }

  #rest(): void {
    if (this.#shown === 0 && this.#watched === 0) this.#poller.stop();
  }

  async #read(signal: AbortSignal): Promise<void> {
    this.#campaigns = await this.#deps.api.campaigns.list(undefined, signal);
    const now = this.#deps.clock.now();
    this.#seenAt = now;
    for (const campaign of this.#campaigns) this.#deps.pace.note(campaign, now);
  }
}
