import type { Handlers } from '../../shared/ipc/contract.ts';
import type { ActResult } from '../../shared/models/act.ts';
import { changesOf, draftOf } from '../../shared/models/campaign-schema.ts';
import type { Dispatcher } from '../../shared/models/dispatcher.ts';
import type { Flow } from '../../shared/models/transcript.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { Holds } from '../commands/holds/holds.ts';
import type { CampaignApi } from '../platform/campaigns/campaign-api.ts';
import type { Clock } from '../storage/clock.ts';
import { createAct, duplicateAct, updateAct } from './acts/campaign-acts.ts';
import { dispatcherAct } from './acts/dispatcher-act.ts';
import { CampaignBoard } from './board/campaign-board.ts';
import { CampaignWatch } from './board/campaign-watch.ts';
import { PaceBook } from './board/pace-book.ts';
import { BlastRadiusReading } from './forecast/blast-radius.ts';
import { onlyResult } from './send-held.ts';

export interface CampaignsDeps {
  readonly apiFor: (tenant: string) => CampaignApi;
  readonly flows: (tenant: string) => Promise<readonly Flow[]>;
  readonly run: RunAct;
  readonly holds: () => Pick<Holds, 'hold'>;
  readonly clock: Clock;
  readonly random: () => number;
  /** Minutes without movement after which a dispatcher counts as stuck. */
  readonly stuckMinutes: (tenant: string) => number;
}

export interface CampaignsService {
  readonly handlers: Handlers['campaigns'];
  /** The tenant's board: read once, whoever looks. */
  board(tenant: string): CampaignBoard;
  /** Reads again what windows show, after something was done. */
  refresh(tenant: string, campaign?: string): Promise<void>;
  /** Ends all reading: the session is over. */
  stopAll(): void;
}

/** The `campaigns` group: one reading a tenant and one a campaign, however many windows look. */
export function createCampaignsService(deps: CampaignsDeps): CampaignsService {
  const { apiFor, run, clock, random } = deps;
  const boards = new Map<string, CampaignBoard>();
  const watches = new Map<string, CampaignWatch>();
  const paces = new Map<string, PaceBook>();
  const paceOf = (tenant: string): PaceBook => {
    const pace = paces.get(tenant) ?? new PaceBook();
    paces.set(tenant, pace);
    return pace;
  };
  const boardOf = (tenant: string): CampaignBoard => {
    const board = boards.get(tenant) ?? new CampaignBoard({ api: apiFor(tenant), clock, random, pace: paceOf(tenant) });
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
      stuckAfterMs: () => deps.stuckMinutes(tenant) * 60_000,
      pace: paceOf(tenant),
      onIdle: () => watches.delete(key),
    });
    watches.set(key, watch);
    return watch;
  };
  const refresh = async (tenant: string, campaign?: string): Promise<void> => {
    await Promise.all([boards.get(tenant)?.refresh(), watches.get(`${tenant}\n${campaign ?? ''}`)?.refresh()]);
  };
  const shown = async <T>(tenant: string, campaign: string | undefined, result: Promise<ActResult<T>>) => {
    const ended = await result;
    await refresh(tenant, campaign);
    return ended;
  };

  async function tell(input: Parameters<Handlers['campaigns']['tell']>[0]): Promise<ActResult<Dispatcher>> {
    const { tenant, campaign, verb, expected, callsInProgress } = input;
    const { hold, ...told } = input;
    if (hold !== true || verb === 'pause') return run(dispatcherAct(apiFor(tenant), told));
    const { results } = await deps.holds().hold({
      tenant,
      action: `${verb}Dispatcher`,
      bulk: false,
      targets: [
        { id: campaign.id, name: campaign.name, expected: { status: expected.state, revision: expected.revision } },
      ],
      campaign: { kind: 'campaign', ...campaign, ...(callsInProgress !== undefined && { callsInProgress }) },
    });
    return onlyResult(results);
  }

  return {
    board: boardOf,
    refresh,
    handlers: {
      state: ({ tenant }, changed) => boardOf(tenant).open(changed),
      refresh: ({ tenant }) => boardOf(tenant).refresh(),
      one: ({ tenant, id }, changed) => watchOf(tenant, id).open(changed),
      forecast: ({ tenant, id }) => apiFor(tenant).dispatcher.forecast(id),
      blastRadius: ({ tenant, id }, changed) =>
        new BlastRadiusReading({ api: apiFor(tenant), campaignId: id, clock }).open(changed),
      flows: ({ tenant }) => deps.flows(tenant),
      tell: (input) => shown(input.tenant, input.campaign.id, tell(input)),
      create: ({ tenant, draft }) => shown(tenant, undefined, run(createAct(apiFor(tenant), tenant, draftOf(draft)))),
      update({ tenant, campaign, base: { revision, ...base }, changes }) {
        const seen = { ...changesOf(base), ...(revision !== undefined && { revision }) };
        const act = updateAct(apiFor(tenant), { tenant, campaign }, seen, changesOf(changes));
        return shown(tenant, campaign.id, run(act));
      },
      duplicate: ({ tenant, campaign, name }) =>
        shown(tenant, undefined, run(duplicateAct(apiFor(tenant), { tenant, campaign }, name))),
      async archive({ tenant, campaign, expected }) {
        const { results } = await deps.holds().hold({
          tenant,
          action: 'archiveCampaign',
          bulk: false,
          targets: [{ id: campaign.id, name: campaign.name, expected: { status: expected.state } }],
          campaign: { kind: 'campaign', ...campaign },
        });
        await refresh(tenant);
        return onlyResult(results);
      },
    },
    stopAll() {
      for (const board of boards.values()) board.stop();
      for (const watch of watches.values()) watch.stop();
      boards.clear();
      watches.clear();
      paces.clear();
    },
  };
}
