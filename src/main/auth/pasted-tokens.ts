import { FailureError } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';
import { AccessToken } from './access-token.ts';
import type { IdentityServer } from './identity-server.ts';
import { type JwtClaims, readJwt } from './jwt-claims.ts';
import { createTenantTokens } from './tenant-tokens.ts';
import { exchangeGrant, SubjectRejected } from './token-grants.ts';
import type { UserTokenEvents, UserTokens } from './user-tokens.ts';

export interface PastedToken {
  readonly access: AccessToken;
  readonly claims: JwtClaims;
}

/**
 * Reads a JWT that the operator pasted: their own, or a service account's.
 *
 * @throws FailureError `invalid`, reason `token-malformed` or `token-expired`
 */
export function readPastedToken(text: string, clock: Clock): PastedToken {
  const token = text.trim().replace(/^Bearer\s+/iu, '');
  const claims = readJwt(token);
  if (claims === undefined) throw new FailureError('invalid', 'This is not a JWT', { reason: 'token-malformed' });
  // Without `exp` only the instance knows when it ends.
  const expiresAt = claims.expiresAt ?? Number.MAX_SAFE_INTEGER;
  if (expiresAt <= clock.now()) {
    throw new FailureError('invalid', 'This token has expired', { reason: 'token-expired' });
  }
  return { access: new AccessToken(token, expiresAt), claims };
}

export interface PastedTokensOptions extends UserTokenEvents {
  readonly clock: Clock;
  readonly pasted: PastedToken;
  readonly issuer: string;
  readonly server: () => Promise<IdentityServer>;
  readonly audienceOf: (tenant: string) => string;
}

/**
 * A pasted token in use. For a tenant that its audience names it is used as it is; one of our own issuer is exchanged
 * like a user's; one of a foreign issuer (a customer's own identity provider) serves the first tenant it is used for and
 * no other. It cannot be renewed: when it ends or an instance no longer takes it, that is told.
 */
export function createPastedTokens(options: PastedTokensOptions): UserTokens {
  const { clock, pasted } = options;
  let closed = false;
  /** Where it was answered 401: what an instance refuses at one place may still do at another. */
  const rejectedAt = new Set<string>();
  const toldTenants = new Set<string>();
  let servedTenant: string | undefined;

  const over = (reason: string, message: string): FailureError => {
    const failure = new FailureError('signed-out', message, { reason });
    if (!closed) options.onOver(failure.failure);
    return failure;
  };
  const own = (place: string, rejected?: AccessToken): AccessToken => {
    if (closed) throw new FailureError('signed-out', 'Nobody is signed in');
    if (clock.now() >= pasted.access.expiresAt) throw over('token-expired', 'The pasted token has expired');
    if (rejected === pasted.access) rejectedAt.add(place);
    if (rejectedAt.has(place)) {
      throw new FailureError('forbidden', 'The instance does not take the pasted token', { reason: 'token-rejected' });
    }
    return pasted.access;
  };
  const cancelTimer = clock.after(pasted.access.expiresAt - clock.now(), () => {
    if (clock.now() >= pasted.access.expiresAt) over('token-expired', 'The pasted token has expired');
  });

  const tenants = createTenantTokens(
    clock,
    async (tenant) => {
      try {
        return await exchangeGrant(await options.server(), own('identity'), options.audienceOf(tenant), clock);
      } catch (error) {
        throw error instanceof SubjectRejected ? error.failure : error;
      }
    },
    options.onTenant,
  );
  const usedDirectly = (tenant: string): boolean => {
    if (pasted.claims.audience.includes(options.audienceOf(tenant))) return true;
    if (pasted.claims.issuer === options.issuer) return false;
    servedTenant ??= tenant;
    if (servedTenant === tenant) return true;
    const failure = new FailureError('forbidden', 'The pasted token serves another tenant', {
      reason: 'token-of-other-tenant',
    });
    options.onTenant(tenant, { problem: failure.failure });
    throw failure;
  };

  return {
    async userToken(rejected) {
      return own('user', rejected);
    },
    async tenantToken(tenant, rejected) {
      own('identity');
      if (!usedDirectly(tenant)) return tenants.get(tenant, rejected);
      const token = own(`tenant ${tenant}`, rejected);
      if (!toldTenants.has(tenant)) options.onTenant(tenant, { scopes: pasted.claims.scopes });
      toldTenants.add(tenant);
      return token;
    },
    askAgain: tenants.askAgain,
    async close() {
      closed = true;
      cancelTimer();
      // Not ours to revoke: it was issued to somebody for other uses too.
      return {};
    },
  };
}
