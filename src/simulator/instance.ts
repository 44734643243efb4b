import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type AdminPowers, createAdminApi } from './admin/admin-api.ts';
import { startIncident } from './admin/incidents.ts';
import type { ApiServices } from './api/api-env.ts';
import { createPrimaryApi } from './api/primary-api.ts';
import { createHarbourApi } from './dialect/harbour/harbour-api.ts';
import { createFaultBook } from './faults/fault-book.ts';
import { answerWithFaults } from './faults/identity-faults.ts';
import { createRealm, type Realm } from './identity/create-realm.ts';
import { createIdentityState } from './identity/identity-state.ts';
import { realmPath } from './identity/realm-options.ts';
import { defaultOptions, type SimulatorOptions } from './simulator-options.ts';
import { createStreamRegistry } from './stream/stream-registry.ts';
import { webAppPage } from './web-app-page.ts';
import type { World, WorldOptions } from './world/world-port.ts';

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly description: string;
  readonly tenants: readonly string[];
}

/** A simulator that runs. */
export interface Simulator {
  readonly url: string;
  readonly issuer: string;
  readonly adminKey: string;
  readonly accounts: readonly Account[];
  /** The present world, for tests that look behind the API. */
  world(): World;
  close(): Promise<void>;
}

/**
 * Starts a whole Dialai instance on 127.0.0.1 around a world: identity, API, streams, document, admin endpoint.
 *
 * @param makeWorld makes the world, and makes it anew at a restart
 * @throws when the port is taken
 */
export async function startInstance(
  options: Partial<SimulatorOptions>,
  makeWorld: (options: WorldOptions) => World,
): Promise<Simulator> {
  const settled: SimulatorOptions = { ...defaultOptions, ...options };
  const adminKey = settled.adminKey ?? randomBytes(18).toString('base64url');
  const faults = createFaultBook(settled.faults);
  const streams = createStreamRegistry();
  let generation = settled.world.generation ?? 0;
  const begin = (options: WorldOptions): World => {
    const made = makeWorld(options);
    for (const incident of settled.incidents) startIncident(made, incident);
    return made;
  };
  let world = begin(settled.world);

  const server = createServer();
  const url = await listen(server, settled.port);
  const realm = createRealm({
    baseUrl: url,
    users: world.users,
    lifetimes: settled.lifetimes,
    state: settled.identity ?? createIdentityState(),
  });
  const services: ApiServices = {
    baseUrl: url,
    world: () => world,
    tokens: realm.tokens,
    faults,
    streams,
    heartbeatMs: settled.heartbeatMs,
  };
  const restart = () => {
    world.stop();
    streams.closeAll();
    generation += 1;
    world = begin({ ...settled.world, generation });
    world.start();
  };
  serve(server, url, realm, services, { dialect: settled.dialect, adminKey, restart, issued: realm.issued.list });
  world.start();

  return {
    url,
    issuer: realm.issuer,
    adminKey,
    accounts: accountsOf(world),
    world: () => world,
    async close() {
      world.stop();
      streams.closeAll();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

interface Serving extends AdminPowers {
  readonly dialect: SimulatorOptions['dialect'];
}

function serve(server: Server, url: string, realm: Realm, services: ApiServices, serving: Serving): void {
  const api = serving.dialect === 'harbour' ? createHarbourApi(services) : createPrimaryApi(services);
  const admin = createAdminApi(services, serving);
  const answerApi = getRequestListener(api.fetch, { hostname: new URL(url).host, overrideGlobalObjects: false });
  const answerAdmin = getRequestListener(admin.fetch, { overrideGlobalObjects: false });
  const answerRoot = getRequestListener((request) => webAppPage(request.headers.get('accept-language') ?? undefined), {
    overrideGlobalObjects: false,
  });
  server.on('request', (request, response) => {
    const path = request.url ?? '/';
    if (path.startsWith(`${realmPath}/`)) {
      const answer = answerWithFaults(services.faults, realm.handle, request, response);
      answer.catch(() => response.destroy());
    } else if (path === '/') {
      void answerRoot(request, response);
    } else if (path.startsWith('/__admin/')) {
      void answerAdmin(request, response);
    } else {
      void answerApi(request, response);
    }
  });
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', fail);
      const address = server.address();
      if (address === null || typeof address === 'string') fail(new Error('the server has no port'));
      else done(`http://127.0.0.1:${address.port}`);
    });
  });
}

function accountsOf(world: World): readonly Account[] {
  return world.users
    .filter((user) => user.signIn)
    .map(({ name, email, description, memberships }) => {
      return { name, email, description: description.en, tenants: Object.keys(memberships) };
    });
}
