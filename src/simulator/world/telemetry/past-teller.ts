import { colleagueLimit } from '../cast/colleagues.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import { mixSeed, Rng } from '../random.ts';
import { dayCurve } from './day-curve.ts';
import type { IncidentBook } from './incident-book.ts';
import { createIndexing } from './indexing.ts';
import type { LifeLine } from './life-line.ts';
import { type MinuteBook, minuteMs, minutesKept } from './minute-book.ts';
import type { PastIncident } from './past-incident.ts';
import { RecentFacts } from './recent-facts.ts';
import { type PastScript, type PastStep, replayPast } from './replay-past.ts';
import { type Surroundings, shareMinutes, summarise } from './summary.ts';

export interface PastParts {
  readonly seed: number;
  readonly profile: TenantProfile;
  readonly library: readonly LifeLine[];
  readonly book: MinuteBook;
  readonly incidents: IncidentBook;
  /** When the world began. */
  readonly began: number;
  /** Functions that the tenant's flows call. */
  readonly functions: ReadonlySet<string>;
  /** Point of contact of each conversation that was in progress then. */
  readonly points: readonly string[];
  readonly teamSize: number;
  readonly poolSize: number;
  readonly voiceCap: number;
}

type Span = Pick<PastScript, 'from' | 'to' | 'stepMs' | 'seats' | 'incident'>;

/** Tells what the numbers were before the world began; each part when it is first asked for, since few ask. */
export interface PastTeller {
  /** First moment of the day that is told by minute. */
  readonly dayBegan: number;
  /** The minutes right before the world began, in steps that the present goes on with. */
  tellEve(recent: RecentFacts, stepMs: number): void;
  tellDay(): void;
  /** The week before that day, by quarter of an hour. */
  tellWeek(): void;
}

const quarterMs = 15 * minuteMs;
const weekMs = 7 * 24 * 60 * minuteMs;
/** Conversations told at a time: as many as a minute needs to look like one, and fewer where quarters are told. */
const seatsOfDay = 40;
const seatsOfWeek = 12;
const incidentMinutes = 18;
/** A minute longer than what shares are made of. */
const eveMs = (shareMinutes + 1) * minuteMs;

/** Makes the teller of one tenant's past. Everything follows from the seed, the cast and when the world began. */
export function createPastTeller(parts: PastParts): PastTeller {
  const { seed, profile, library, book, incidents, began, functions } = parts;
  const { slug, timeZone } = profile.info;
  const rngOf = (what: string) => new Rng(mixSeed(seed, slug, what));
  const end = Math.floor(began / minuteMs) * minuteMs;
  const dayBegan = end - minutesKept * minuteMs;
  const curve = dayCurve(timeZone, began);
  const population = new Map<string, number>();
  for (const point of parts.points) population.set(point, (population.get(point) ?? 0) + 1);
  let toldDay = false;
  let toldWeek = false;

  function replay(span: Span, name: string, onStep: (step: PastStep) => void): void {
    if (library.length === 0 || population.size === 0) return;
    replayPast({ ...span, lines: library, population, curve: curve.at, rng: rngOf(name) }, onStep);
  }

  function tell(span: Span, name: string): void {
    const recent = new RecentFacts(minuteMs);
    const indexing = createIndexing(rngOf(`${name} indexing`), span.from - quarterMs);
    const minutes = span.stepMs / minuteMs;
    replay(span, name, (step) => {
      indexing.advance(step.end, { modelFull: false, sourceDown: false });
      recent.add(step.facts);
      const counts = minutes > 1 ? { share: step.facts.counts, failures: step.facts.counts } : recent.counts();
      const around = surroundings(step, span.stepMs, indexing.queue, indexing.takeIndexed());
      const { values } = summarise(step.tally, step.facts, minutes, counts, around, step.end);
      if (minutes > 1) book.putQuarter(step.end / span.stepMs - 1, values);
      else book.putMinute(step.end / span.stepMs - 1, values);
    });
  }

  function surroundings(step: PastStep, stepMs: number, queue: number, indexed: number): Surroundings {
    const { teamSize, poolSize, voiceCap } = parts;
    const unwatched = { streamClients: undefined, mood: undefined, highRisk: undefined };
    const poolInUse = Math.min(poolSize, step.composedMs / stepMs);
    // Whoever is least busy gets the next conversation: nobody is full before everybody is nearly so.
    const busy = Math.max(0, Math.min(teamSize, Math.round(step.tally.inHand) - teamSize * (colleagueLimit - 1)));
    return {
      ...unwatched,
      ...{
        teamSize,
        busy,
        voiceQueued: 0,
        voiceCap,
        poolInUse,
        poolSize,
        poolWaiting: 0,
        indexingQueue: queue,
        indexed,
      },
    };
  }

  /** Some hours ago one function failed for a while: history has something to find. */
  function inventIncident(): PastIncident | undefined {
    const rng = rngOf('past incident');
    const called = [...functions].filter((name) =>
      library.some(({ turns }) => turns.some((turn) => turn.kind === 'called' && turn.name === name)),
    );
    if (called.length === 0) return undefined;
    const functionName = rng.pick(called);
    const from = end - rng.int(3 * 60, 20 * 60) * minuteMs;
    const to = from + incidentMinutes * minuteMs;
    incidents.tell({
      incidentId: `${slug}-past`,
      kind: 'function-failing',
      title: `${functionName} fails`,
      component: 'functions',
      startedAt: from,
      endedAt: to,
    });
    return { functionName, share: 0.9, from, to };
  }

  return {
    dayBegan,
    tellEve(recent, stepMs) {
      const indexing = createIndexing(rngOf('past eve indexing'), end - eveMs);
      let composedMs = 0;
      const span = { from: end - eveMs, to: end, stepMs, seats: seatsOfDay, incident: undefined };
      replay(span, 'past eve', (step) => {
        recent.add(step.facts);
        composedMs += step.composedMs;
        if (step.end % minuteMs !== 0) return;
        indexing.advance(step.end, { modelFull: false, sourceDown: false });
        const around = surroundings({ ...step, composedMs }, minuteMs, indexing.queue, indexing.takeIndexed());
        const { values } = summarise(step.tally, recent.minute(), 1, recent.counts(), around, step.end);
        book.putMinute(step.end / minuteMs - 1, values);
        composedMs = 0;
      });
    },
    tellDay() {
      if (toldDay) return;
      toldDay = true;
      tell(
        { from: dayBegan, to: end - eveMs, stepMs: minuteMs, seats: seatsOfDay, incident: inventIncident() },
        'past day',
      );
    },
    tellWeek() {
      if (toldWeek) return;
      toldWeek = true;
      const to = Math.floor(dayBegan / quarterMs) * quarterMs;
      tell({ from: to - weekMs, to, stepMs: quarterMs, seats: seatsOfWeek, incident: undefined }, 'past week');
    },
  };
}
