import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { InstanceSettings } from '../../../shared/models/instance.ts';
import type { SessionState, Tenant } from '../../../shared/models/session.ts';
import { silentLog } from '../../storage/log.ts';
import { ManualClock } from '../../storage/testing/manual-clock.ts';
import { MemoryBox } from '../../storage/testing/memory-box.ts';
import { readLandingPages } from '../landing-page.ts';
import { createSession, type Session } from '../session.ts';
import type { SessionDeps } from '../session-deps.ts';
import { openTokenVault } from '../token-vault.ts';
import { FakeIdentity, ISSUER } from './fake-identity.ts';

export const settings: InstanceSettings = {
  instance: 'acme',
  apiUrl: 'https://acme.dialai.ca',
  issuer: ISSUER,
  clientId: 'dialai-console',
  scopes: 'openid profile offline_access',
  audienceTemplate: '{tenant}',
  loopbackPort: 0,
  tenants: [],
  embedded: false,
};

/** A session over a fake identity server, with a vault on the disk; `start` again is the app started again. */
export class SessionHarness {
  readonly clock = new ManualClock();
  readonly identity = new FakeIdentity(this.clock);
  box = new MemoryBox();
  folder = '';
  settings = settings;
  tenants: readonly Tenant[] = [
    { slug: 'north', name: 'North' },
    { slug: 'south', name: 'South' },
  ];
  remembered = '';
  typed: string[] = [];
  browser: (url: string) => Promise<void> = async (url) => {
    await fetch(this.identity.authorize(url));
  };

  get vaultFile(): string {
    return join(this.folder, 'sign-in.json');
  }

  async start(changes: Partial<SessionDeps> = {}): Promise<{ session: Session; states: SessionState[] }> {
    this.folder ||= await mkdtemp(join(tmpdir(), 'session-'));
    const vault = await openTokenVault({ file: this.vaultFile, box: this.box, clock: this.clock });
    const session = createSession({
      settings: () => this.settings,
      vault,
      fetch: this.identity.fetch,
      clock: this.clock,
      pages: await readLandingPages(join(import.meta.dirname, '../../../../resources/sign-in')),
      openExternal: (url) => this.browser(url),
      loadTenants: async () => this.tenants,
      lastTenant: () => this.remembered,
      rememberTenant: (slug) => {
        this.remembered = slug;
      },
      rememberTypedTenant: (slug) => {
        this.typed.push(slug);
      },
      log: silentLog,
      ...changes,
    });
    const states: SessionState[] = [];
    session.subscribe((state) => states.push(state));
    return { session, states };
  }

  async signedIn(changes: Partial<SessionDeps> = {}): Promise<Session> {
    const { session } = await this.start(changes);
    await session.signIn();
    this.identity.requests.length = 0;
    return session;
  }

  dispose(): Promise<void> {
    return this.folder === '' ? Promise.resolve() : rm(this.folder, { recursive: true, force: true });
  }
}
