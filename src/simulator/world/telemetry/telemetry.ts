import { type Colleague, colleagueLimit } from '../cast/colleagues.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import { flowScripts } from '../flows/all-flows.ts';
import { hasEnded } from '../live-conversation.ts';
import type { ModelPool } from '../model-pool.ts';
import { mixSeed, Rng } from '../random.ts';
import type { Meter } from '../steps/scene.ts';
import type { Records } from '../tenant/records.ts';
import type { VoiceLines } from '../tenant/voice-lines.ts';
import type { EventSource, WorldClock, WorldEvent } from '../world-port.ts';
import { createHealthWatch } from './health.ts';
import { historyOf } from './history.ts';
import { createIncidentBook, type IncidentBook } from './incident-book.ts';
import { createIndexing } from './indexing.ts';
import type { LifeLine } from './life-line.ts';
import { listenTo } from './listen.ts';
import { MinuteBook, minuteMs } from './minute-book.ts';
import { createPastTeller, type PastTeller } from './past-teller.ts';
import { readingsOf } from './readings.ts';
import { RecentFacts } from './recent-facts.ts';
import { type Summary, type Surroundings, summarise } from './summary.ts';
import { type Facts, Tally } from './tally.ts';
import type { TenantTelemetry } from './telemetry-port.ts';

export interface TelemetryParts {
  readonly seed: number;
  readonly profile: TenantProfile;
  readonly clock: WorldClock;
  readonly records: Records;
  readonly pool: ModelPool;
  readonly team: readonly Colleague[];
  readonly events: EventSource<WorldEvent> & { readonly listeners: number };
}

/** The telemetry of one tenant, as the tenant's world drives it. */
export interface RunningTelemetry {
  readonly port: TenantTelemetry;
  readonly incidents: IncidentBook;
  readonly meter: Meter;
  /** Takes a life line of the past. */
  tell(line: LifeLine): void;
  /** The tenant is made: begins to listen. */
  start(lines: VoiceLines<object>): void;
  /** World time has gone on. */
  tick(now: number): void;
}

/** Numbers are gathered in steps of so many ms; a minute is twelve of them. */
const stepMs = 5_000;

/** Makes the telemetry of one tenant. Nothing is counted before it is started. */
export function createTelemetry(parts: TelemetryParts): RunningTelemetry {
  const { profile, clock, records, pool, team, events, seed } = parts;
  const { slug } = profile.info;
  const began = clock.now();
  const tally = new Tally();
  const listener = listenTo(tally);
  const recent = new RecentFacts(stepMs);
  const book = new MinuteBook();
  const incidents = createIncidentBook(slug.split('-')[0] ?? slug);
  const indexing = createIndexing(new Rng(mixSeed(seed, slug, 'indexing')), began);
  const health = createHealthWatch(began);
  const library: LifeLine[] = [];
  const functions = new Set(
    profile.pointsOfContact.flatMap(({ flow }) => flowScripts[flow].states.flatMap(({ call }) => call ?? [])),
  );
  const channels = new Set(profile.pointsOfContact.map(({ platform }) => platform));
  let past: PastTeller | undefined;
  let lines: VoiceLines<object> | undefined;
  let nextStep = Number.POSITIVE_INFINITY;
  /** Places in use, summed over the steps of the minute, for its mean. */
  let used: number[] = [];
  let indexed = 0;

  function surroundings(poolInUse: number): Surroundings {
    const live = [...records.live.values()].filter((each) => !hasEnded(each));
    const moods = live.flatMap(({ shown }) => shown.sentimentTrend.at(-1) ?? []);
    return {
      teamSize: team.length,
      busy: team.filter(({ inHand }) => inHand >= colleagueLimit).length,
      voiceQueued: lines?.queued ?? 0,
      voiceCap: lines?.cap ?? 0,
      poolInUse,
      poolSize: pool.capacity,
      poolWaiting: pool.waiting,
      indexingQueue: indexing.queue,
      indexed,
      streamClients: Math.max(0, events.listeners - 1),
      mood: moods.length === 0 ? undefined : moods.reduce((sum, mood) => sum + mood, 0) / moods.length,
      highRisk: live.filter(({ shown }) => shown.risk.level >= 3).length,
    };
  }

  function summary(now: number, poolInUse: number, underway?: Facts): Summary {
    return summarise(tally, recent.minute(underway), 1, recent.counts(underway), surroundings(poolInUse), now);
  }

  function lookAtHealth(now: number): void {
    const { failures } = recent.counts();
    const around = surroundings(pool.inUse);
    health.look({ ...around, voiceInUse: records.calls, failures, book: incidents, functions, channels }, now);
  }

  function step(now: number): void {
    incidents.sweep(now);
    indexing.advance(now, { modelFull: pool.full, sourceDown: incidents.isDown('documents') });
    indexed += indexing.takeIndexed();
    used.push(pool.inUse);
    recent.add(tally.cut());
    lookAtHealth(now);
    if (now % minuteMs !== 0) return;
    const mean = used.reduce((sum, places) => sum + places, 0) / used.length;
    book.putMinute(now / minuteMs - 1, summary(now, mean).values);
    used = [];
    indexed = 0;
  }

  return {
    incidents,
    meter: { answered: (_live, ms) => listener.answered(ms) },
    tell: (line) => library.push(line),
    start(voiceLines) {
      lines = voiceLines;
      incidents.rule(pool, voiceLines);
      for (const { shown } of records.live.values()) listener.admit(shown);
      const points = [...records.live.values()].map(({ shown }) => shown.pointOfContact.id);
      past = createPastTeller({
        ...{ seed, profile, library, book, incidents, began, functions, points },
        ...{ teamSize: team.length, poolSize: pool.capacity, voiceCap: voiceLines.cap },
      });
      past.tellEve(recent, stepMs);
      events.subscribe(listener.hear);
      nextStep = (Math.floor(began / stepMs) + 1) * stepMs;
      lookAtHealth(began);
    },
    tick(now) {
      // After a long pause the steps that were slept through are told as one.
      if (now - nextStep > minuteMs) nextStep = Math.floor(now / stepMs) * stepMs;
      for (; nextStep <= now; nextStep += stepMs) step(nextStep);
    },
    port: {
      readings: () => {
        return readingsOf(summary(clock.now(), pool.inUse, tally.facts));
      },
      history: (request) => {
        past?.tellDay();
        if (past !== undefined && request.from < past.dayBegan) past.tellWeek();
        return historyOf(book, request);
      },
      health: () => health.list(),
      incidents: (from, to) => {
        past?.tellDay();
        return incidents.between(from, to);
      },
      startIncident: (script) => incidents.start(script, clock.now()),
      endIncident: (id) => incidents.end(id, clock.now()),
    },
  };
}
