import { FailureError, failureOf } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';
import type { AccessToken } from './access-token.ts';
import type { IdentityServer } from './identity-server.ts';
import { createRenewableToken } from './renewable-token.ts';
import type { SecretText } from './secret-text.ts';
import { createTenantTokens } from './tenant-tokens.ts';
import { exchangeGrant, refreshGrant, SubjectRejected } from './token-grants.ts';
import type { TokenSet } from './token-set.ts';
import type { LastTokens, UserTokenEvents, UserTokens } from './user-tokens.ts';

export interface BrowserTokensOptions extends UserTokenEvents {
  readonly clock: Clock;
  /** The identity server; asked for when it is needed, since the console may start without network. */
  readonly server: () => Promise<IdentityServer>;
  readonly audienceOf: (tenant: string) => string;
  /** From the code flow; after a restart there is only a refresh token. */
  readonly first?: TokenSet;
  readonly kept?: LastTokens;
  /** Keeps a rotated refresh token. Awaited before the new access token is used. Must not throw. */
  readonly keep: (tokens: { readonly refresh: SecretText; readonly id?: SecretText }) => Promise<void>;
  /** Told after each refresh that worked. */
  readonly onRefreshed: () => void;
}

/** The tokens of a user who signed in with the browser: refreshed, exchanged per tenant, cached. */
export function createBrowserTokens(options: BrowserTokensOptions): UserTokens {
  const { clock } = options;
  let refresh = options.first?.refresh ?? options.kept?.refresh;
  let id = options.first?.id ?? options.kept?.id;
  let closed = false;

  const renew = async (): Promise<AccessToken> => {
    if (closed) throw signedOut();
    if (refresh === undefined) {
      const over = new FailureError('signed-out', 'The session has ended', { reason: 'token-expired' });
      options.onOver(over.failure);
      throw over;
    }
    try {
      const set = await refreshGrant(await options.server(), refresh, clock);
      // Remembered even when signed out meanwhile: it is the one that the server must be told to revoke.
      refresh = set.refresh ?? refresh;
      id = set.id ?? id;
      if (closed) throw signedOut();
      await options.keep({ refresh, ...(id === undefined ? {} : { id }) });
      options.onRefreshed();
      return set.access;
    } catch (error) {
      if (!closed && failureOf(error).code === 'signed-out') options.onOver(failureOf(error));
      throw error;
    }
  };
  const user = createRenewableToken(clock, renew, options.first?.access);

  const exchange = async (tenant: string): Promise<TokenSet> => {
    if (closed) throw signedOut();
    const audience = options.audienceOf(tenant);
    const subject = await user.get();
    const server = await options.server();
    try {
      return await exchangeGrant(server, subject, audience, clock);
    } catch (error) {
      if (!(error instanceof SubjectRejected)) throw error;
      if (refresh === undefined) throw error.failure;
    }
    try {
      return await exchangeGrant(server, await user.get(subject), audience, clock);
    } catch (error) {
      throw error instanceof SubjectRejected ? error.failure : error;
    }
  };
  const tenants = createTenantTokens(clock, exchange, options.onTenant);

  return {
    async userToken(rejected) {
      if (closed) throw signedOut();
      return user.get(rejected);
    },
    async tenantToken(tenant, rejected) {
      if (closed) throw signedOut();
      return tenants.get(tenant, rejected);
    },
    askAgain: tenants.askAgain,
    async close() {
      closed = true;
      await user.settled();
      return { ...(refresh === undefined ? {} : { refresh }), ...(id === undefined ? {} : { id }) };
    },
  };
}

function signedOut(): FailureError {
  return new FailureError('signed-out', 'Nobody is signed in');
}
