import { tenantProfiles } from './cast/tenant-profiles.ts';
import { demoUsers } from './cast/users.ts';
import { createClock } from './clock.ts';
import { createTenant, type RunningTenant } from './tenant/tenant-world.ts';
import type { World, WorldOptions } from './world-port.ts';

/** How often the world moves on; short enough for a rate of thousands of events to arrive evenly. */
const tickMs = 20;

/** What tests narrow down and nobody else needs to. */
export interface WorldTuning {
  /** Places in each tenant's model pool. */
  readonly modelPlaces?: number;
}

/** Splits a number of conversations over the tenants by size, leaving none out. */
export function spread(total: number): readonly number[] {
  const counts = tenantProfiles.map(({ share }) => Math.floor(total * share));
  let left = total - counts.reduce((sum, count) => sum + count, 0);
  for (let i = 0; left > 0; i = (i + 1) % counts.length, left -= 1) counts[i] = (counts[i] ?? 0) + 1;
  return counts;
}

/**
 * Makes the world: its tenants, users and clock, with conversations already in progress and an archive.
 * Everything follows from the seed and the clock: same seed and same advances, same events. `speed` and
 * `eventsPerSecond` hasten what happens; times shown stay those of the clock, so that they agree with the `Date`
 * header and token lifetimes of the servers around it. Throws RangeError on options out of range.
 */
export function createWorld(options: WorldOptions, tuning: WorldTuning = {}): World {
  const { conversations, eventsPerSecond, speed } = options;
  if (!Number.isInteger(conversations) || conversations < 0) throw new RangeError('conversations: a whole number');
  if (!(speed > 0) || !Number.isFinite(speed)) throw new RangeError('speed: a positive number');
  if (eventsPerSecond !== undefined && !(eventsPerSecond > 0))
    throw new RangeError('eventsPerSecond: a positive number');

  const clock = createClock(options.clock, options.startAt);
  const counts = spread(conversations);
  const archives = spread(options.transcripts ?? 0);
  const tenants = new Map<string, RunningTenant>();
  for (const [place, profile] of tenantProfiles.entries()) {
    const count = counts[place] ?? 0;
    const rate = eventsPerSecond === undefined ? undefined : (eventsPerSecond * count) / Math.max(1, conversations);
    tenants.set(
      profile.info.slug,
      createTenant({
        options,
        profile,
        clock,
        place,
        conversations: count,
        transcripts: archives[place] ?? 0,
        rate,
        ...tuning,
      }),
    );
  }

  let cancel: (() => void) | undefined;
  function loop(): void {
    for (const tenant of tenants.values()) tenant.tick();
    cancel = clock.schedule(clock.now() + tickMs, loop);
  }

  return {
    tenants: tenantProfiles.map(({ info }) => info),
    users: [...demoUsers, ...[...tenants.values()].flatMap(({ users }) => users)],
    clock,
    tenant: (slug) => tenants.get(slug)?.world,
    start() {
      cancel ??= clock.schedule(clock.now() + tickMs, loop);
    },
    stop() {
      cancel?.();
      cancel = undefined;
    },
  };
}
