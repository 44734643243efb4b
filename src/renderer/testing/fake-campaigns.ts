import type { BridgeApi } from '../../shared/ipc/contract.ts';
import type { Campaign } from '../../shared/models/campaign.ts';
import type { CampaignDetailView, CampaignsView } from '../../shared/models/campaign-views.ts';
import { ok } from './fake-envelopes.ts';
import { createTopic } from './topic.ts';

const NOW = Date.parse('2026-11-23T14:00:00Z');

/** The campaigns of the pretended main: one that runs and does what it is told at once. */
export function campaignAnswers(did: (name: string, input?: unknown) => void): BridgeApi['campaigns'] {
  let campaign: Campaign = {
    id: 'k-1',
    name: 'Winter plans',
    state: 'running',
    revision: 4,
    archived: false,
    outcomes: { completed: 12, 'no-answer': 3 },
    attempts: 15,
    callsPerMinute: 6,
    progress: {
      total: 120,
      pending: 100,
      dialing: 2,
      inCall: 3,
      done: 12,
      skipped: 0,
      unreachable: 1,
      doNotCall: 2,
    },
    retry: {},
    requiredVariables: [],
    nextWindowCloses: [],
  };
  const list = createTopic<CampaignsView>(() => ({ campaigns: [campaign], seenAt: NOW, everyMs: 4_000 }));
  const one = createTopic<CampaignDetailView>(() => ({ campaign, pace: [], seenAt: NOW, everyMs: 3_000 }));
  return {
    state: (_input, on) => list.open(on),
    one: (_input, on) => one.open(on),
    refresh: async (input) => {
      did('campaigns.refresh', input);
      return ok(undefined);
    },
    forecast: async () => ok({ dialableNow: 80, byZone: [], overlaps: [], doNotCallHits: 2 }),
    tell: async (input) => {
      did('campaigns.tell', input);
      const state = { start: 'running', resume: 'running', pause: 'paused', stop: 'stopped' }[input.verb];
      campaign = { ...campaign, state, revision: (campaign.revision ?? 0) + 1 };
      list.push({ campaigns: [campaign], seenAt: NOW, everyMs: 4_000 });
      one.push({ campaign, pace: [], seenAt: NOW, everyMs: 3_000 });
      return ok({ outcome: 'done' });
    },
  };
}
