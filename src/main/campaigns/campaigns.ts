import type { Handlers } from '../../shared/ipc/contract.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { CampaignApi } from '../platform/campaigns/campaign-api.ts';
import type { Clock } from '../storage/clock.ts';
import { dispatcherAct } from './acts/dispatcher-act.ts';
import { CampaignBoard } from './board/campaign-board.ts';
import { CampaignWatch } from './board/campaign-watch.ts';

/** How long a dispatcher that should be calling may stand still before it counts as stuck. */
const STUCK_AFTER_MS = 60_000;

export interface CampaignsDeps {
  readonly apiFor: (tenant: string) => CampaignApi;
  readonly run: RunAct;
  readonly clock: Clock;
  readonly random: () => number;
}

export interface CampaignsService {
  readonly handlers: Handlers['campaigns'];
  /** Ends all reading: the session is over. */
  stopAll(): void;
}

/** The `campaigns` group: one reading a tenant and one a campaign, however many windows look. */
export function createCampaignsService({ apiFor, run, clock, random }: CampaignsDeps): CampaignsService {
  const boards = new Map<string, CampaignBoard>();
  const watches = new Map<string, CampaignWatch>();
  const boardOf = (tenant: string): CampaignBoard => {
    const board = boards.get(tenant) ?? new CampaignBoard({ api: apiFor(tenant), clock, random });
    boards.set(tenant, board);
    return board;
  };
  const watchOf = (tenant: string, id: string): CampaignWatch => {
    const key = `${tenant}\n${id}`;
    const known = watches.get(key);
    if (known !== undefined) return known;
    const watch = new CampaignWatch({
      api: apiFor(tenant),
      id,
      clock,
      random,
      stuckAfterMs: () => STUCK_AFTER_MS,
      onIdle: () => watches.delete(key),
    });
    watches.set(key, watch);
    return watch;
  };

  return {
    handlers: {
      state: ({ tenant }, changed) => boardOf(tenant).open(changed),
      refresh: ({ tenant }) => boardOf(tenant).refresh(),
      one: ({ tenant, id }, changed) => watchOf(tenant, id).open(changed),
      forecast: ({ tenant, id }) => apiFor(tenant).dispatcher.forecast(id),
      async tell(input) {
        const { tenant, campaign } = input;
        const result = await run(dispatcherAct(apiFor(tenant), input));
        await Promise.all([boardOf(tenant).refresh(), watches.get(`${tenant}\n${campaign.id}`)?.refresh()]);
        return result;
      },
    },
    stopAll() {
      for (const board of boards.values()) board.stop();
      for (const watch of watches.values()) watch.stop();
      boards.clear();
      watches.clear();
    },
  };
}
