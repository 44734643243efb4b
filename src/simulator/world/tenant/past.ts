import { type Arrival, arrive } from '../cast/arrivals.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import { hasEnded, type LiveConversation, type Next } from '../live-conversation.ts';
import { createModelPool } from '../model-pool.ts';
import type { Rng } from '../random.ts';
import type { Recorder } from '../recorder.ts';
import { takeStep } from '../steps/all-steps.ts';
import type { Meter, Scene } from '../steps/scene.ts';
import { type LifeLine, writeLifeLine } from '../telemetry/life-line.ts';
import type { Platform, WorldClock } from '../world-port.ts';
import type { Engine } from './engine.ts';
import type { Records } from './records.ts';

export interface PastParts {
  readonly seed: number;
  readonly profile: TenantProfile;
  readonly clock: WorldClock;
  readonly rng: Rng;
  readonly recorder: Recorder;
  readonly records: Records;
  readonly engine: Engine;
  /** Gets the life line of every finished conversation: what the metrics of the past are told from. */
  readonly tell: (line: LifeLine) => void;
}

export interface PlayParts extends Omit<PastParts, 'tell'> {
  readonly scene: Scene;
  /** Told after each step. */
  readonly onStep?: (live: LiveConversation) => void;
}

/** What is made up is not counted as it is made. */
export const unheard: Meter = { answered: () => {} };

/** How long ago a conversation in progress may have begun, by channel; milliseconds. */
const longestAge: Readonly<Record<Platform, number>> = {
  voice: 150_000,
  webchat: 300_000,
  sms: 360_000,
  slack: 300_000,
  email: 1_500_000,
};
const day = 86_400_000;
/** No conversation takes that many steps; one that does is broken. */
const stepLimit = 2_000;

/**
 * Plays conversations of the past from their start to their end, one after the other, untold and without bound to the
 * model pool: in the past there was always a place.
 */
export function playThrough(given: Pick<PastParts, 'engine' | 'recorder'>, lives: Iterable<LiveConversation>): void {
  const { recorder } = given;
  const { at, quiet } = recorder;
  const scene = { ...given.engine.scene, pool: createModelPool(Number.POSITIVE_INFINITY), meter: unheard };
  recorder.quiet = true;
  for (const live of lives) {
    playUntil(live, { recorder, scene }, Number.POSITIVE_INFINITY);
    recorder.seal(live);
  }
  Object.assign(recorder, { at, quiet });
}

/** Plays a conversation by itself from its start up to a moment. Returns what is due next, unless it ended before. */
export function playUntil(
  live: LiveConversation,
  parts: Pick<PlayParts, 'recorder' | 'scene' | 'onStep'>,
  until: number,
): (Next & { readonly inMs: number }) | undefined {
  const { recorder, scene } = parts;
  recorder.at = Date.parse(live.shown.startedAt);
  for (let steps = 0; steps < stepLimit; steps += 1) {
    const next = takeStep(live, scene);
    parts.onStep?.(live);
    if (hasEnded(live)) return undefined;
    if (next === undefined) throw new Error(`${live.shown.transcriptId} stands still in ${live.stage}`);
    live.stage = next.stage;
    const due = recorder.at + next.after;
    if (due > until) return { ...next, inMs: due - until };
    recorder.at = due;
  }
  throw new Error(`${live.shown.transcriptId} does not come to an end`);
}

/**
 * Makes up what happened before the world began, by the same steps that move it later: first an archive of finished
 * conversations over the past fortnight, then those in progress, each played from its own start up to now.
 */
export function makeUpPast(given: PastParts, inProgress: number): void {
  // One after the other they cannot tell who held which place of the pool when: in the past there was always one.
  const pool = createModelPool(Number.POSITIVE_INFINITY);
  const parts = { ...given, scene: { ...given.engine.scene, pool, meter: unheard } };
  const { clock, recorder, records, engine, profile, rng, seed } = parts;
  const now = clock.now();
  recorder.quiet = true;
  const ages = Array.from({ length: profile.archived }, () => rng.between(day / 6, 14 * day)).sort((a, b) => b - a);
  for (const age of ages) {
    const live = arrive(seed, profile, { number: engine.nextNumber(), at: now - age });
    const line = writeLifeLine(live);
    const scene = {
      ...parts.scene,
      meter: { answered: (_: LiveConversation, ms: number) => line.answered(ms, recorder.at) },
    };
    playUntil(live, { ...parts, scene, onStep: () => line.step(live, recorder.at) }, Number.POSITIVE_INFINITY);
    given.tell(line.finish(live, recorder.at));
    recorder.seal(live);
    records.archive(live);
  }
  for (let i = 0; i < inProgress; i += 1) admitOneInProgress(parts, now);
  recorder.quiet = false;
  recorder.at = now;
}

/** Those who are composing now hold one of the real places; whoever gets none has yet to begin. */
function takeRealPlace(live: LiveConversation, { engine, scene }: PlayParts): boolean {
  if (!live.composing) return true;
  scene.pool.release();
  if (engine.scene.pool.acquire(live.number)) return true;
  live.composing = false;
  live.shown = { ...live.shown, aiState: 'running' };
  return false;
}

function admitOneInProgress(parts: PlayParts, now: number): void {
  const { profile, rng } = parts;
  const pointOfContact = rng.weighted(profile.pointsOfContact, ({ weight }) => weight);
  admitFromPast(parts, now, () => ({ pointOfContact }), longestAge[pointOfContact.platform]);
}

/**
 * Makes up a conversation that goes on: played from its own start up to now.
 *
 * @param begin how it begins; asked again for each start that is tried, because one that began too long ago is over
 * @param longest how long ago it may have begun, milliseconds
 */
export function admitFromPast(
  parts: PlayParts,
  now: number,
  begin: () => Omit<Arrival, 'number' | 'at'>,
  longest: number,
): LiveConversation {
  const { engine, profile, recorder, records, rng, seed } = parts;
  const number = engine.nextNumber();
  let age = Math.floor(longest * rng.next());
  for (;;) {
    const live = arrive(seed, profile, { ...begin(), number, at: now - age });
    const next = playUntil(live, parts, now);
    if (next !== undefined) {
      const place = takeRealPlace(live, parts);
      recorder.seal(live);
      records.admit(live);
      engine.plan(live, { stage: place ? next.stage : 'compose', after: next.inMs });
      return live;
    }
    // It would be over by now: take the same conversation at some moment of its life. At age 0 nothing has happened yet.
    age = Math.floor((recorder.at - (now - age)) * rng.next());
  }
}
