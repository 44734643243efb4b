import { type Arrival, arrive } from '../cast/arrivals.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import { hasEnded, type LiveConversation, type Next } from '../live-conversation.ts';
import { createModelPool } from '../model-pool.ts';
import type { Rng } from '../random.ts';
import type { Recorder } from '../recorder.ts';
import { takeStep } from '../steps/all-steps.ts';
import type { Scene } from '../steps/scene.ts';
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
}

export interface PlayParts extends PastParts {
  readonly scene: Scene;
}

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

/** Plays a conversation by itself from its start up to a moment. Returns what is due next, unless it ended before. */
export function playUntil(
  live: LiveConversation,
  parts: PlayParts,
  until: number,
): (Next & { readonly inMs: number }) | undefined {
  const { recorder, scene } = parts;
  recorder.at = Date.parse(live.shown.startedAt);
  for (let steps = 0; steps < stepLimit; steps += 1) {
    const next = takeStep(live, scene);
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
  const parts = { ...given, scene: { ...given.engine.scene, pool: createModelPool(Number.POSITIVE_INFINITY) } };
  const { clock, recorder, records, engine, profile, rng, seed } = parts;
  const now = clock.now();
  recorder.quiet = true;
  const ages = Array.from({ length: profile.archived }, () => rng.between(day / 6, 14 * day)).sort((a, b) => b - a);
  for (const age of ages) {
    const live = arrive(seed, profile, { number: engine.nextNumber(), at: now - age });
    playUntil(live, parts, Number.POSITIVE_INFINITY);
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
  if (engine.scene.pool.acquire()) return true;
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
