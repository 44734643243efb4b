import { createWorld, type WorldTuning } from '../create-world.ts';
import type { Result, TenantWorld, World, WorldOptions } from '../world-port.ts';

/** A driven world, started. For tests. */
export function testWorld(options: Partial<WorldOptions> = {}, tuning: WorldTuning = {}): World {
  const world = createWorld({ seed: 11, conversations: 60, speed: 1, clock: 'driven', ...options }, tuning);
  world.start();
  return world;
}

/** A tenant that is known to be there. */
export function tenantOf(world: World, slug = 'northwind-utilities'): TenantWorld {
  const tenant = world.tenant(slug);
  if (tenant === undefined) throw new Error(`There is no tenant ${slug}`);
  return tenant;
}

/** The value of a result that must be a success. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused (${result.code}): ${result.message}`);
  return result.value;
}

/** The code of a result that must be a refusal. */
export function codeOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('Was not refused');
  return result.code;
}
