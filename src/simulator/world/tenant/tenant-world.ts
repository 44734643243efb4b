import { hireColleagues } from '../cast/colleagues.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import { colleagueUsers } from '../cast/users.ts';
import { createCampaignDesk } from '../dialer/campaign-desk.ts';
import { startBulk, startDemo } from '../dialer/demo/start-demo.ts';
import { createEventLog } from '../event-log.ts';
import { flowGraph, flowScripts } from '../flows/all-flows.ts';
import { hasEnded } from '../live-conversation.ts';
import { createModelPool } from '../model-pool.ts';
import { mixSeed, Rng } from '../random.ts';
import { createRecorder } from '../recorder.ts';
import type { Conversation, TenantWorld, UserInfo, WorldClock, WorldOptions } from '../world-port.ts';
import { createEngine } from './engine.ts';
import { createOperatorCommands } from './operator-commands.ts';
import { listRecords, searchRecords } from './pages.ts';
import { makeUpPast } from './past.ts';
import { createPast } from './past-calls.ts';
import { createPresence } from './presence.ts';
import { createRecords, transcriptOf } from './records.ts';
import { createVisitorCommands } from './visitor-commands.ts';

const archiveLimit = 2_000;
/** Conversations of two tenants never share an id. */
const numbersPerTenant = 10_000_000;
const firstNumber = 48_001;

/** Places in a tenant's model pool for that many conversations: seldom all taken at the natural pace. */
export function modelPlaces(conversations: number): number {
  return 4 + Math.ceil(conversations * 0.3);
}

export interface TenantParts {
  readonly options: WorldOptions;
  readonly profile: TenantProfile;
  readonly clock: WorldClock;
  /** Which of the world's tenants this is, from 0. */
  readonly place: number;
  readonly conversations: number;
  readonly rate: number | undefined;
  /** Places in the model pool, where the natural number is not wanted. */
  readonly modelPlaces?: number;
}

export interface RunningTenant {
  readonly world: TenantWorld;
  readonly users: readonly UserInfo[];
  tick(): void;
}

/** Makes a tenant with its past, its team and its conversations in progress. Nothing moves until it is ticked. */
export function createTenant(tenant: TenantParts): RunningTenant {
  const { options, profile, clock, place, conversations } = tenant;
  const { slug } = profile.info;
  const { seed } = options;
  const log = createEventLog(options.eventBuffer ?? 5_000);
  const recorder = createRecorder(log);
  const records = createRecords(Math.max(archiveLimit, profile.archived));
  const campaignOptions = options.campaigns ?? { start: 'none' };
  const calls = campaignOptions.start === 'none' ? 0 : (campaignOptions.lines ?? profile.outboundLines);
  const pool = createModelPool(tenant.modelPlaces ?? modelPlaces(conversations + calls));
  const teamSize = Math.max(5, Math.ceil(conversations / 18));
  const team = hireColleagues(
    new Rng(mixSeed(seed, slug, 'team')),
    slug.split('-')[0] ?? slug,
    teamSize,
    profile.skills,
  );
  const parts = {
    seed,
    profile,
    clock,
    speed: options.speed,
    rate: tenant.rate,
    rng: new Rng(mixSeed(seed, slug, 'engine')),
    log,
    recorder,
    records,
    pool,
    team,
    firstNumber: firstNumber + place * numbersPerTenant,
  };
  const engine = createEngine(parts);
  makeUpPast({ ...parts, rng: new Rng(mixSeed(seed, slug, 'past')), engine }, conversations);

  const streamId = `s-${mixSeed(seed, slug, options.generation ?? 0, clock.now()).toString(36)}`;
  const campaigns = createCampaignDesk({ ...parts, engine, options: campaignOptions, streamId: `${streamId}-c` });
  const past = createPast({ ...parts, rng: new Rng(mixSeed(seed, slug, 'past calls')), engine });
  const demo = { seed, profile, past, desk: campaigns, team, now: clock.now() };
  if (campaignOptions.start === 'demo') startDemo(demo);
  if (place === 0 && campaignOptions.bulkContacts !== undefined) startBulk(demo, campaignOptions.bulkContacts);
  const presence = createPresence(parts);
  const flows = [...new Set(profile.pointsOfContact.map(({ flow }) => flow))].map((key) => flowGraph(flowScripts[key]));
  const world: TenantWorld = {
    info: profile.info,
    streamId,
    get sequence() {
      return log.sequence;
    },
    events: { since: log.since, subscribe: log.subscribe },
    modelPool: pool,
    campaigns,
    conversations() {
      const shown: Conversation[] = [];
      for (const live of records.live.values()) if (!hasEnded(live)) shown.push(live.shown);
      return shown;
    },
    get(transcriptId) {
      const record = records.find(transcriptId);
      return record && transcriptOf(record, log.sequence);
    },
    list: (filter, cursor, limit) => listRecords(records, filter, cursor, limit),
    search: (query, filter, cursor, limit) => searchRecords(records, query, filter, cursor, limit),
    flows: () => flows,
    internalContacts: () => profile.internalContacts,
    ...createOperatorCommands(parts, engine),
    ...createVisitorCommands(parts, engine),
    announcePresence: presence.announcePresence,
  };
  const tick = () => {
    engine.tick();
    campaigns.tick();
    presence.sweep();
  };
  return { world, users: colleagueUsers(slug, team), tick };
}
