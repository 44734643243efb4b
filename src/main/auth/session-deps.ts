import type { InstanceSettings } from '../../shared/models/instance.ts';
import type { Tenant } from '../../shared/models/session.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import type { Fetch } from './identity-fetch.ts';
import type { LandingPages } from './landing-page.ts';
import type { TokenSource } from './token-source.ts';
import type { TokenVault } from './token-vault.ts';

/** What the session needs of the rest of the console. */
export interface SessionDeps {
  /**
   * Settings in force, addresses of the embedded instance filled in (which may have to start first). Read at each
   * sign-in. @throws FailureError, which then is why the sign-in failed
   */
  readonly settings: () => InstanceSettings | Promise<InstanceSettings>;
  readonly vault: TokenVault;
  /** Electron's net.fetch in the app: system proxy and certificates. */
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly pages: LandingPages;
  /** Opens the system browser. @throws FailureError `unavailable`, reason `browser-failed` */
  readonly openExternal: (url: string) => Promise<void>;
  /** Fetches and binds the instance's operations; a failure is logged and does not stop the sign-in. */
  readonly loadOperations?: (tokens: TokenSource) => Promise<void>;
  /** Asks the instance for the user's tenants; on failure typed and hinted tenants remain. */
  readonly loadTenants: (tokens: TokenSource) => Promise<readonly Tenant[]>;
  readonly lastTenant: () => string;
  readonly rememberTenant: (slug: string) => void;
  /** Adds a tenant typed by hand to the settings. */
  readonly rememberTypedTenant: (slug: string) => void;
  readonly log: Log;
  /** Language of the identity server's pages. */
  readonly language?: () => string;
  /** Plain http towards loopback besides the embedded instance; tests and a simulator started apart. */
  readonly allowLoopback?: boolean;
  /** How long the browser is waited for; 5 minutes by default. */
  readonly signInTimeoutMs?: number;
}
