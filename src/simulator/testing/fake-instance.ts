import { type Simulator, startInstance } from '../instance.ts';
import type { SimulatorOptions } from '../simulator-options.ts';
import { createFakeWorld, type FakeTenant, fakeTenantOf } from './fake-world.ts';

/** A whole instance around the fake world, with long heartbeats so that a test sees only what it makes. */
export async function startFakeInstance(options: Partial<SimulatorOptions> = {}) {
  const simulator: Simulator = await startInstance({ heartbeatMs: 3_600_000, ...options }, createFakeWorld);
  return {
    ...simulator,
    tenant: (slug: string): FakeTenant => fakeTenantOf(simulator.world(), slug),
    /** Calls the admin endpoint. */
    admin: async (verb: string, path: string, body?: object): Promise<Response> => {
      return fetch(`${simulator.url}/__admin/${path}`, {
        method: verb,
        headers: { 'x-admin-key': simulator.adminKey, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    },
  };
}
export type FakeInstance = Awaited<ReturnType<typeof startFakeInstance>>;
