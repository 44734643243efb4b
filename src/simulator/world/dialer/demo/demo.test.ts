import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CampaignSummary } from '../../campaign-port.ts';
import { tenantOf, testWorld, unwrap } from '../../testing/test-world.ts';
import { watch } from '../../testing/witness.ts';
import type { TenantWorld, World, WorldEvent } from '../../world-port.ts';
import { windowAt } from '../calling-window.ts';

// Whole worlds are played here; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

const demo = { campaigns: { start: 'demo' } } as const;
const campaignsOf = (tenant: TenantWorld) => unwrap(tenant.campaigns.list({}, undefined, 50)).items;

describe('the campaigns a tenant starts out with', () => {
  let world: World;
  let tenants: readonly TenantWorld[];
  beforeAll(() => {
    world = testWorld(demo);
    tenants = world.tenants.map(({ slug }) => tenantOf(world, slug));
  });

  it('stand in different states, one of them stuck, with lines to spare', () => {
    for (const tenant of tenants) {
      const found = campaignsOf(tenant);
      const states = new Set(found.map(({ state }) => state));
      expect([...states]).toEqual(expect.arrayContaining(['running', 'paused', 'draft', 'completed']));
      const dispatchers = found.map(({ campaignId }) => unwrap(tenant.campaigns.dispatcher(campaignId)));
      const stuck = dispatchers.filter(({ unreported, concurrency }) => unreported === concurrency);
      expect(stuck).toHaveLength(1);
      const healthy = found.filter(({ callsPerMinute, state }) => state === 'running' && callsPerMinute > 1);
      expect(healthy.length).toBeGreaterThan(0);
      expect(tenant.campaigns.voice.inUse).toBeLessThan(tenant.campaigns.voice.cap);
      expect(unwrap(tenant.campaigns.doNotCall.list(undefined, undefined, 1)).total).toBeGreaterThan(200);
    }
  });

  it('have contacts in many zones and both languages, and calls in progress in Live View', () => {
    const zones = new Set<string>();
    const languages = new Set<string | undefined>();
    for (const tenant of tenants) {
      for (const { campaignId, name } of campaignsOf(tenant)) {
        for (const contact of unwrap(tenant.campaigns.contacts.list(campaignId, {}, undefined, 1_000)).items) {
          zones.add(contact.timeZone);
          languages.add(contact.language);
        }
        const { leased } = unwrap(tenant.campaigns.dispatcher(campaignId));
        const going = leased.filter(({ state }) => state !== 'unreported');
        const shown = tenant.conversations().filter(({ tags }) => tags.some(({ value }) => value === name));
        expect(shown).toHaveLength(going.length);
      }
    }
    expect(zones.size).toBeGreaterThan(10);
    expect([...languages].sort()).toEqual(['en', 'fr']);
  });

  it('have books that agree, and transcripts of their latest calls', () => {
    for (const tenant of tenants) {
      for (const summary of campaignsOf(tenant)) {
        const { total, ...parts } = summary.progress;
        expect(Object.values(parts).reduce((sum, count) => sum + count, 0)).toBe(total);
        const { callsInProgress } = unwrap(tenant.campaigns.dispatcher(summary.campaignId));
        expect(ended(summary) + callsInProgress).toBe(summary.attempts);
        if (summary.attempts < 20) continue;
        const { items } = unwrap(tenant.campaigns.contacts.list(summary.campaignId, {}, undefined, 1_000));
        const kept = items.filter(({ transcriptId, state }) => transcriptId !== undefined && state === 'done');
        expect(kept.length).toBeGreaterThan(2);
        for (const { transcriptId, phone } of kept) {
          expect(tenant.get(transcriptId ?? '')?.contact.display).toBe(phone);
        }
      }
    }
  });

  it('go on: the healthy ones call, the stuck ones do not, the paused ones wait', () => {
    const before = tenants.map(campaignsOf);
    world.clock.advance(180_000);
    const after = tenants.map(campaignsOf);
    for (const [i, list] of after.entries()) {
      for (const [j, now] of list.entries()) {
        const then = before[i]?.[j];
        const moved = now.attempts - (then?.attempts ?? 0);
        if (now.state !== 'running') expect(moved).toBe(0);
        else expect(moved > 0).toBe(now.callsPerMinute > 0);
      }
    }
    expect(
      after.flat().filter(({ attempts }, i) => attempts > (before.flat()[i]?.attempts ?? 0)).length,
    ).toBeGreaterThan(3);
  });
});

describe('at whatever hour the world begins', () => {
  const sunday = Date.parse('2026-11-01T04:30:00Z');
  it.each([0, 33, 87, 150])('%d hours into a week: nobody was called outside their window', (hours) => {
    const startAt = sunday + hours * 3_600_000;
    const world = testWorld({ ...demo, conversations: 10, startAt });
    for (const { slug } of world.tenants) {
      const { campaigns } = tenantOf(world, slug);
      for (const { campaignId, schedule, state, progress } of unwrap(campaigns.list({}, undefined, 50)).items) {
        for (const contact of unwrap(campaigns.contacts.list(campaignId, {}, undefined, 1_000)).items) {
          if (contact.attempts === 0) continue;
          const { attemptHistory } = unwrap(campaigns.contacts.get(campaignId, contact.contactId));
          for (const { at } of attemptHistory) {
            expect(windowAt(schedule, contact.timeZone, Date.parse(at)).open).toBe(true);
            expect(Date.parse(at)).toBeLessThanOrEqual(startAt);
          }
        }
        if (state === 'completed') expect(progress.pending).toBe(0);
        const healthy = state === 'running' && schedule.windowStart === '00:00';
        if (healthy) expect(unwrap(campaigns.dispatcher(campaignId)).callsInProgress).toBeGreaterThan(1);
      }
    }
  });
});

function ended({ outcomes }: CampaignSummary): number {
  return Object.values(outcomes).reduce((sum, count) => sum + count, 0);
}

describe('a world with campaigns', () => {
  const play = (slices: readonly number[], seed = 5): WorldEvent[] => {
    const world = testWorld({ ...demo, seed });
    const witnesses = world.tenants.map(({ slug }) => watch(tenantOf(world, slug)));
    for (const ms of slices) world.clock.advance(ms);
    expect(witnesses.flatMap(({ faults }) => faults)).toEqual([]);
    return witnesses.flatMap(({ events }) => events);
  };

  it('is the same for the same seed, however the time is advanced', () => {
    const once = play([60_000]);
    const calls = once.filter((e) => e.type === 'conversation.started' && e.conversation.tags.length > 0);
    expect(calls.length).toBeGreaterThan(5);
    expect(play([1, 12_345, 19, 20, 21, 40_000, 7_594])).toEqual(once);
    expect(play([60_000], 6)).not.toEqual(once);
  });

  it('has the same conversations besides, and none of its own without campaigns', () => {
    const [without, withDemo] = [testWorld({}), testWorld(demo)].map((world) => tenantOf(world).conversations());
    const natural = withDemo?.filter(({ tags }) => !tags.some(({ name }) => name === 'Campaign'));
    expect(natural).toEqual(without);
    expect(campaignsOf(tenantOf(testWorld({})))).toEqual([]);
  });

  it('keeps to a target rate of events, the calls included', () => {
    const world = testWorld({ ...demo, conversations: 300, eventsPerSecond: 400 });
    const total = () => world.tenants.reduce((sum, { slug }) => sum + tenantOf(world, slug).sequence, 0);
    world.clock.advance(10_000);
    expect(total()).toBeGreaterThan(3_600);
    expect(total()).toBeLessThan(4_400);
  });
});
