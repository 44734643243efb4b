import type { ComparedView } from '../../../../shared/models/manifest-workbench.ts';
import type { CampaignApi } from '../../../platform/campaigns/campaign-api.ts';
import type { NumbersBatch } from '../desk/compared-numbers.ts';
import { loadNumbers } from './load-numbers.ts';

export interface ComparedListsDeps {
  readonly api: () => CampaignApi;
  readonly campaignId: string;
  readonly now: () => number;
  readonly add: (batch: NumbersBatch) => Promise<void>;
  /** All have come: what was judged before is judged again. */
  readonly apply: () => Promise<void>;
  readonly changed: () => void;
}

/** The lists that a manifest's numbers are compared with, read once while its file is open. */
export class ComparedLists {
  readonly #deps: ComparedListsDeps;
  #loading: AbortController | undefined;
  #views: readonly ComparedView[] = [];

  constructor(deps: ComparedListsDeps) {
    this.#deps = deps;
  }

  get views(): readonly ComparedView[] {
    return this.#views;
  }

  /** Begins to read; nothing when it has begun. */
  load(): void {
    if (this.#loading !== undefined) return;
    const { api, campaignId, now, add, apply, changed } = this.#deps;
    const loading = new AbortController();
    this.#loading = loading;
    void loadNumbers(api(), campaignId, {
      signal: loading.signal,
      now,
      report: (views) => {
        if (loading.signal.aborted) return;
        this.#views = views;
        changed();
      },
      add,
      apply,
    });
  }

  forget(): void {
    this.#loading?.abort();
    this.#loading = undefined;
    this.#views = [];
  }
}
