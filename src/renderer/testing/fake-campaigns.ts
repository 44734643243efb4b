import type { BridgeApi } from '../../shared/ipc/contract.ts';
import type { BlastRadius } from '../../shared/models/blast-radius.ts';
import type { Campaign } from '../../shared/models/campaign.ts';
import type { CampaignDetailView, CampaignsView } from '../../shared/models/campaign-views.ts';
import { ok } from './fake-envelopes.ts';
import { createTopic } from './topic.ts';

const NOW = Date.parse('2026-11-23T14:00:00Z');

/** What the console counted, and where the instance counts otherwise. */
const counted: BlastRadius = {
  campaignId: 'k-1',
  at: NOW,
  done: true,
  contacts: { read: 102, total: 102, done: true },
  doNotCall: { read: 12, total: 12, done: true },
  overlaps: { read: 40, total: 40, done: true },
  ours: {
    contacts: 100,
    dialableNow: 80,
    byZone: [
      { timeZone: 'America/Toronto', contacts: 80, dialableNow: 80, closesAt: NOW + 7_200_000 },
      { timeZone: 'Asia/Tokyo', contacts: 20, dialableNow: 0, opensAt: NOW + 36_000_000 },
    ],
    doNotCallHits: 2,
    overlaps: [{ campaignId: 'k-2', name: 'Spring plans', contacts: 3 }],
    closingFirst: [{ timeZone: 'America/Toronto', closesAt: NOW + 7_200_000, contacts: 80, left: 8 }],
    finish: { at: NOW + 86_400_000 },
    assumptions: { callMinutes: 2.5, callMinutesFrom: 'measured', callsPerContact: 1.4, lines: 4 },
  },
  theirs: { dialableNow: 78, byZone: [], overlaps: [], doNotCallHits: 2 },
  differences: [{ what: 'dialableNow', ours: 80, theirs: 78 }],
};

/** Five minutes of it, with a reading every quarter of a minute. */
const pace = Array.from({ length: 20 }, (_, nth) => ({
  at: NOW - (20 - nth) * 15_000,
  attempts: nth,
  inCall: 3,
  callsPerMinute: 2 + (nth % 5),
}));

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
    flowId: 'f-1',
    callerId: '+15145550100',
    concurrency: 4,
    maxAttempts: 3,
    retry: {},
    requiredVariables: [],
    nextWindowCloses: [],
  };
  const list = createTopic<CampaignsView>(() => ({ campaigns: [campaign], seenAt: NOW, everyMs: 4_000 }));
  const one = createTopic<CampaignDetailView>(() => ({ campaign, pace, seenAt: NOW, everyMs: 3_000 }));
  const radius = createTopic<BlastRadius>(() => counted);
  return {
    state: (_input, on) => list.open(on),
    one: (_input, on) => one.open(on),
    refresh: async (input) => {
      did('campaigns.refresh', input);
      return ok(undefined);
    },
    blastRadius: (_input, on) => radius.open(on),
    flows: async () => ok([{ id: 'f-1', name: 'Plan renewal', states: [], transitions: [] }]),
    create: async (input) => {
      did('campaigns.create', input);
      return ok({ outcome: 'done', now: { ...campaign, id: 'k-new' } });
    },
    update: async (input) => {
      did('campaigns.update', input);
      return ok({ outcome: 'done', now: campaign });
    },
    duplicate: async (input) => {
      did('campaigns.duplicate', input);
      return ok({ outcome: 'done', now: { ...campaign, id: 'k-copy', name: input.name } });
    },
    archive: async (input) => {
      did('campaigns.archive', input);
      return ok({ outcome: 'done' });
    },
    forecast: async () => ok({ dialableNow: 80, byZone: [], overlaps: [], doNotCallHits: 2 }),
    tell: async (input) => {
      did('campaigns.tell', input);
      const state = { start: 'running', resume: 'running', pause: 'paused', stop: 'stopped' }[input.verb];
      campaign = { ...campaign, state, revision: (campaign.revision ?? 0) + 1 };
      list.push({ campaigns: [campaign], seenAt: NOW, everyMs: 4_000 });
      one.push({ campaign, pace, seenAt: NOW, everyMs: 3_000 });
      return ok({ outcome: 'done' });
    },
  };
}
