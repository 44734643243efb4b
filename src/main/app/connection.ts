import { join } from 'node:path';
import { app, net } from 'electron';
import { readLandingPages } from '../auth/landing-page.ts';
import { createSession, type Session } from '../auth/session.ts';
import type { TokenSource } from '../auth/token-source.ts';
import { openTokenVault } from '../auth/token-vault.ts';
import type { Me } from '../commands/identity.ts';
import { createPlatform } from '../platform/create-platform.ts';
import { openExternal } from '../security/external-links.ts';
import { writeFileAtomic } from '../storage/atomic-file.ts';
import type { Clock } from '../storage/clock.ts';
import type { SecretBox } from '../storage/secret-box.ts';
import type { Base } from './base.ts';
import { bindingOverrides } from './binding-overrides.ts';
import { signInAsDemoSupervisor } from './demo-sign-in.ts';
import { EmbeddedInstance } from './embedded-instance.ts';
import { createInstanceService, type InstanceService } from './instance-service.ts';
import type { LaunchOptions } from './options.ts';

export interface ConnectionParts {
  readonly base: Base;
  readonly options: LaunchOptions;
  /** Bundle of the embedded demo instance. */
  readonly simulator: string;
  readonly box: SecretBox;
  readonly clock: Clock;
}

/** The instance, who is signed in at it, and what its API offers them. */
export interface Connection {
  readonly instance: InstanceService;
  readonly platform: ReturnType<typeof createPlatform>;
  readonly session: Session;
  /** Who is signed in; undefined while nobody is. */
  me(): Me | undefined;
  tenantSlugs(): readonly string[];
  /** Opens a page of the instance in the system's browser. */
  openOfInstance(url: string): Promise<void>;
  /** Ends the embedded demo instance. */
  close(): void;
}

/** Makes the connection to the instance that is set; nobody is signed in yet. */
export async function createConnection({ base, options, simulator, box, clock }: ConnectionParts): Promise<Connection> {
  const { folder, log, settings, managed, preferences } = base;
  const embedded = new EmbeddedInstance(simulator, ['--conversations', '120']);
  const instance = createInstanceService(settings, managed, embedded, options);
  const vault = await openTokenVault({ file: join(folder, 'vault.json'), box, clock });
  const fetch = (url: string, init?: RequestInit): Promise<Response> => net.fetch(url, init);

  const tokens: TokenSource = {
    tenantToken: (tenant, rejected) => session.tenantToken(tenant, rejected),
    userToken: (rejected) => session.userToken(rejected),
  };
  const platform = createPlatform({
    fetch,
    clock,
    random: Math.random,
    cacheDir: join(folder, 'api-descriptions'),
    writeFile: writeFileAtomic,
    tokens,
    overrides: bindingOverrides(settings),
    log: (level, message, facts) => log[level](message, facts),
  });
  /** The demo instance, and only what is on this computer, speaks plain http. */
  const openOfInstance = (url: string): Promise<void> =>
    openExternal(url, { allowLoopback: instance.inForce().issuer.startsWith('http:') });
  const session: Session = createSession({
    settings: async () => {
      await instance.prepare();
      return instance.inForce();
    },
    vault,
    fetch,
    clock,
    pages: await readLandingPages(join(app.getAppPath(), 'resources/sign-in')),
    openExternal: options.demo ? signInAsDemoSupervisor : openOfInstance,
    loadOperations: async () => {
      await platform.connect(instance.inForce(), tenantSlugs());
    },
    loadTenants: () => platform.loadTenants(),
    lastTenant: () => preferences.view().preferences.lastTenant,
    rememberTenant: (lastTenant) => preferences.change({ lastTenant }),
    rememberTypedTenant: instance.addTenant,
    log,
    language: () => preferences.view().language,
    allowLoopback: true,
  });
  const tenantSlugs = (): readonly string[] => {
    const state = session.state();
    return state.kind === 'signed-in' ? state.tenants.map((tenant) => tenant.slug) : instance.inForce().tenants;
  };
  return {
    instance,
    platform,
    session,
    me() {
      const state = session.state();
      return state.kind === 'signed-in' ? state.user : undefined;
    },
    tenantSlugs,
    openOfInstance,
    close: () => embedded.stop(),
  };
}
