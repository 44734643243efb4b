import type { CampaignDraft } from '../../../shared/models/campaign.ts';
import { createActs, type RunAct } from '../../commands/acts/run-act.ts';
import { MemoryJournal } from '../../commands/testing/memory-journal.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import { startSimulated } from '../../platform/testing/simulated.ts';
import { systemClock } from '../../storage/clock.ts';
import { silentLog } from '../../storage/log.ts';

type SimulatorChanges = Parameters<typeof startSimulated>[0];

/** Wednesday noon in Toronto. */
export const WEDNESDAY_NOON = Date.UTC(2026, 3, 15, 16);

/** A simulator whose time only the test moves, an admin signed in to it, and the console's campaign parts over both. */
export async function startCampaignConsole(changes: SimulatorChanges = {}) {
  const world = {
    seed: 11,
    conversations: 0,
    speed: 1,
    clock: 'driven',
    startAt: WEDNESDAY_NOON,
    campaigns: { start: 'none', lines: 20 },
  } as const;
  const at = await startSimulated({ world, ...changes }, 'Morgan Roy');
  const tenant = 'northwind-utilities';
  const api = at.platform.campaignApi(tenant);
  const journal = new MemoryJournal();
  return {
    at,
    tenant,
    api,
    journal,
    run: actsOver(journal),
    /** The tenant's campaigns behind the API. */
    desk: () => {
      const found = at.simulator.world().tenant(tenant)?.campaigns;
      if (found === undefined) throw new Error('no such tenant');
      return found;
    },
    advance: (ms: number) => at.simulator.world().clock.advance(ms),
    /** A draft of a flow that the tenant has. */
    async draft(more: Partial<CampaignDraft> = {}): Promise<CampaignDraft> {
      const [flow] = await at.platform.tenantApi(tenant).flows();
      return { ...DRAFT, flowId: flow?.id ?? '', ...more };
    },
    close: () => at.close(),
  };
}
export type CampaignConsole = Awaited<ReturnType<typeof startCampaignConsole>>;

/** Runs acts without waiting between readings. */
export function actsOver(journal: MemoryJournal): RunAct {
  return createActs({
    journal,
    clock: systemClock,
    log: silentLog,
    me: () => ({ id: 'morgan', name: 'Morgan Roy' }),
    delays: { lost: [0, 0], answered: [0] },
  });
}

export const DRAFT: CampaignDraft = {
  name: 'Spring renewals',
  flowId: '',
  callerId: '+15145550100',
  schedule: {
    days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    windowStart: '09:00',
    windowEnd: '20:00',
    holidays: ['2026-12-25'],
    fallbackTimeZone: 'America/Toronto',
  },
  concurrency: 5,
  maxAttempts: 3,
  retry: { 'no-answer': { afterMinutes: 60 }, busy: { afterMinutes: 10 } },
  answeringMachine: 'hang-up',
  requiredVariables: [],
};

/** Adds so many contacts, the numbers counted up from `from`. */
export async function addContacts(api: CampaignApi, campaign: string, count: number, from = 100, timeZone?: string) {
  const ids: string[] = [];
  for (let nth = 0; nth < count; nth++) {
    const phone = `+1416555${String(from + nth).padStart(4, '0')}`;
    const added = await api.contacts.add(campaign, { phone, ...(timeZone === undefined ? {} : { timeZone }) });
    ids.push(added?.id ?? '');
  }
  return ids;
}
