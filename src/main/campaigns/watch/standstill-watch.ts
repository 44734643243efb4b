import type { CampaignSummary } from '../../../shared/models/campaign.ts';
import type { Stuck } from '../../../shared/models/stuck.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import { present } from '../../platform/decode/present.ts';
import type { Clock } from '../../storage/clock.ts';
import { instanceNow } from './instance-now.ts';
import { MOVES, stuckOf } from './stuck.ts';

export interface StandstillDeps {
  readonly api: CampaignApi;
  readonly clock: Pick<Clock, 'now'>;
  readonly stuckAfterMs: () => number;
  readonly onStuck: (campaign: CampaignSummary, stuck: Stuck, at: number) => void;
  readonly onMoving: (campaignId: string) => void;
}

/** Campaigns that should move, and when their figures last changed. */
interface Seen {
  readonly figures: string;
  readonly at: number;
}

/** Each dispatcher that has not moved for a while is asked why, one question each at most so often. */
const ASK_MS = 30_000;

/** Finds dispatchers that stand still among all campaigns of a tenant; asks only those whose figures do not change. */
export class StandstillWatch {
  readonly #deps: StandstillDeps;
  readonly #seen = new Map<string, Seen>();
  readonly #asked = new Map<string, number>();
  readonly #told = new Set<string>();

  constructor(deps: StandstillDeps) {
    this.#deps = deps;
  }

  /** Takes a reading. Never throws. */
  async look(campaigns: readonly CampaignSummary[]): Promise<void> {
    const now = this.#deps.clock.now();
    const moving = campaigns.filter(({ state, archived }) => MOVES.has(state) && !archived);
    const ids = new Set(moving.map(({ id }) => id));
    for (const id of this.#seen.keys()) if (!ids.has(id)) this.#forget(id);
    await Promise.all(moving.map((campaign) => this.#lookAt(campaign, now)));
  }

  async #lookAt(campaign: CampaignSummary, now: number): Promise<void> {
    const { id, attempts, progress, outcomes } = campaign;
    const figures = JSON.stringify([campaign.state, attempts, progress, outcomes]);
    const before = this.#seen.get(id);
    if (before?.figures !== figures) {
      this.#seen.set(id, { figures, at: now });
      if (this.#told.delete(id)) this.#deps.onMoving(id);
      return;
    }
    if (now - before.at < this.#deps.stuckAfterMs() || now - (this.#asked.get(id) ?? 0) < ASK_MS) return;
    this.#asked.set(id, now);
    const found = await this.#ask(campaign, now - before.at, now);
    if (found === undefined || this.#told.has(id)) return;
    this.#told.add(id);
    this.#deps.onStuck(campaign, found.stuck, found.at);
  }

  /** @param stillMs for how long its figures have not changed. @returns why it stands still, and what time it is with the instance */
  async #ask(
    campaign: CampaignSummary,
    stillMs: number,
    now: number,
  ): Promise<{ readonly stuck: Stuck; readonly at: number } | undefined> {
    const { api, stuckAfterMs } = this.#deps;
    try {
      const [dispatcher, forecast] = await Promise.all([
        api.dispatcher.get(campaign.id),
        api.can('dispatcher.forecast') ? api.dispatcher.forecast(campaign.id).catch(() => undefined) : undefined,
      ]);
      const whole = { ...campaign, retry: {}, requiredVariables: [], nextWindowCloses: [] };
      const at = instanceNow(now, api.clockSkew(), { at: now, value: forecast });
      const observed = { ...present({ dispatcher, forecast }), campaign: whole, lastSeenMoving: at - stillMs };
      const stuck = stuckOf(observed, at, stuckAfterMs());
      return stuck && { stuck, at };
    } catch {
      // Whether it stands still cannot be told now; it is asked again later.
      return undefined;
    }
  }

  #forget(id: string): void {
    this.#seen.delete(id);
    this.#asked.delete(id);
    if (this.#told.delete(id)) this.#deps.onMoving(id);
  }
}
