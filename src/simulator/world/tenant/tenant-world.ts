import { createDeepArchive } from '../archive/deep-archive.ts';
import { hireColleagues } from '../cast/colleagues.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import { colleagueUsers } from '../cast/users.ts';
import { createCampaignDesk } from '../dialer/campaign-desk.ts';
import { startBulk, startDemo } from '../dialer/demo/start-demo.ts';
import { createEventLog } from '../event-log.ts';
import { flowGraph, flowScripts } from '../flows/all-flows.ts';
import { createInbox } from '../inbox/inbox.ts';
import { hasEnded } from '../live-conversation.ts';
import { createModelPool } from '../model-pool.ts';
import { mixSeed, Rng } from '../random.ts';
import { createRecorder } from '../recorder.ts';
import { dayCurve } from '../telemetry/day-curve.ts';
import { createTelemetry } from '../telemetry/telemetry.ts';
import type { Conversation, TenantWorld, UserInfo, WorldClock, WorldOptions } from '../world-port.ts';
import { createEngine } from './engine.ts';
import { createOperatorCommands } from './operator-commands.ts';
import { listRecords, searchRecords } from './pages.ts';
import { makeUpPast, playThrough } from './past.ts';
import { createPast } from './past-calls.ts';
import { createPresence } from './presence.ts';
import { createRecords, transcriptOf } from './records.ts';
import { createReviewCommands } from './review-commands.ts';
import { createVisitorCommands } from './visitor-commands.ts';
import { voiceCap } from './voice-lines.ts';

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
  /** Finished conversations of the past weeks, told when they are asked for. */
  readonly transcripts: number;
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
  const first = firstNumber + place * numbersPerTenant;
  const deep = createDeepArchive({
    seed,
    profile,
    size: tenant.transcripts,
    now: clock.now(),
    firstNumber: first,
    play: (lives) => playThrough({ ...parts, engine }, lives),
  });
  const records = createRecords(Math.max(archiveLimit, profile.archived), deep);
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
  const telemetry = createTelemetry({ seed, profile, clock, records, pool, team, events: log });
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
    conditions: telemetry.incidents.conditions,
    meter: telemetry.meter,
    firstNumber: first,
  };
  const engine = createEngine(parts);
  makeUpPast({ ...parts, rng: new Rng(mixSeed(seed, slug, 'past')), engine, tell: telemetry.tell }, conversations);
  // What campaigns may have at once comes on top: the carrier knows of it.
  engine.lines.resize(calls + voiceCap(records.calls * dayCurve(profile.info.timeZone, clock.now()).peak));
  telemetry.start(engine.lines);

  const streamId = `s-${mixSeed(seed, slug, options.generation ?? 0, clock.now()).toString(36)}`;
  const campaigns = createCampaignDesk({ ...parts, engine, options: campaignOptions, streamId: `${streamId}-c` });
  const past = createPast({ ...parts, rng: new Rng(mixSeed(seed, slug, 'past calls')), engine });
  const demo = { seed, profile, past, desk: campaigns, team, now: clock.now() };
  if (campaignOptions.start === 'demo') startDemo(demo);
  if (place === 0 && campaignOptions.bulkContacts !== undefined) startBulk(demo, campaignOptions.bulkContacts);
  const presence = createPresence(parts);
  const flows = [...new Set(profile.pointsOfContact.map(({ flow }) => flow))].map((key) => flowGraph(flowScripts[key]));
  const operatorCommands = createOperatorCommands(parts, engine);
  const { inbox, tick: route } = createInbox(parts, engine, operatorCommands.setStatus);
  const shelves = { records, deep, run: streamId };
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
    list: (filter, cursor, limit, sort) => listRecords(shelves, filter, cursor, limit, sort),
    search: (query, filter, cursor, limit, how) =>
      searchRecords(shelves, { text: query, ...how }, filter, cursor, limit),
    flows: () => flows,
    internalContacts: () => profile.internalContacts,
    ...operatorCommands,
    ...createVisitorCommands(parts, engine),
    ...createReviewCommands(parts, shelves),
    announcePresence: presence.announcePresence,
    inbox,
    telemetry: telemetry.port,
  };
  const tick = () => {
    engine.tick();
    route();
    campaigns.tick();
    presence.sweep();
    telemetry.tick(clock.now());
  };
  return { world, users: colleagueUsers(slug, team), tick };
}
