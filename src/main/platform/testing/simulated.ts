import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstanceSettings } from '../../../shared/models/instance.ts';
import { startSimulator } from '../../../simulator/server.ts';
import type { SimulatorOptions } from '../../../simulator/simulator-options.ts';
import { createSignInAgent } from '../../../simulator/testing/sign-in-agent.ts';
import { AccessToken } from '../../auth/access-token.ts';
import type { TokenSource } from '../../auth/token-source.ts';
import { writeFileAtomic } from '../../storage/atomic-file.ts';
import { systemClock } from '../../storage/clock.ts';
import type { Overrides } from '../bind.ts';
import { createPlatform, type PlatformDeps } from '../create-platform.ts';

/** Settings of an instance at an address, all else as documented. */
export function settingsFor(apiUrl: string, tenants: readonly string[] = []): InstanceSettings {
  return {
    instance: 'test',
    apiUrl,
    issuer: `${apiUrl}/realms/dial-ai`,
    clientId: 'dialai-console',
    scopes: 'openid',
    audienceTemplate: '{tenant}',
    loopbackPort: 0,
    tenants: [...tenants],
    embedded: true,
  };
}

/** Platform dependencies for tests: everything real but tokens; nothing is kept. */
export function platformDeps(tokens: TokenSource, cacheDir: string, changes: Partial<PlatformDeps> = {}): PlatformDeps {
  let kept: Overrides = {};
  return {
    fetch,
    tokens,
    clock: systemClock,
    random: () => 0,
    cacheDir,
    writeFile: writeFileAtomic,
    overrides: {
      load: async () => kept,
      save: async (_, overrides) => {
        kept = overrides;
      },
    },
    log: () => undefined,
    ...changes,
  };
}

/** Tokens of a signed-in person, exchanged for each call: slow, plain, and always valid. */
async function tokensOf(url: string, email: string): Promise<TokenSource> {
  const agent = createSignInAgent(url);
  const { access_token: userToken } = await agent.signIn(email);
  const later = () => Date.now() + 60_000;
  return {
    userToken: async () => new AccessToken(userToken, later()),
    tenantToken: async (tenant) => new AccessToken((await agent.exchange(userToken, tenant)).access_token, later()),
  };
}

/** A simulator, a person signed in to it over HTTP, and the platform client connected as that person. */
export async function startSimulated(options: Partial<SimulatorOptions> = {}, accountName = 'Avery Tremblay') {
  const simulator = await startSimulator(options);
  const account = simulator.accounts.find(({ name }) => name === accountName);
  if (account === undefined) throw new Error(`no account ${accountName}`);
  const cacheDir = await mkdtemp(join(tmpdir(), 'dialai-platform-'));
  const tokens = await tokensOf(simulator.url, account.email);
  const platform = createPlatform(platformDeps(tokens, cacheDir));
  await platform.connect(settingsFor(simulator.url, account.tenants));
  return {
    simulator,
    account,
    tokens,
    platform,
    report: platform.report(),
    /** Calls the simulator's admin endpoint. */
    admin: (verb: string, path: string, body?: object) =>
      fetch(`${simulator.url}/__admin/${path}`, {
        method: verb,
        headers: { 'x-admin-key': simulator.adminKey, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    async close() {
      await simulator.close();
      await rm(cacheDir, { recursive: true, force: true });
    },
  };
}
