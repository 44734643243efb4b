import { FailureError, failureOf } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';
import type { AccessToken } from './access-token.ts';
import { createRenewableToken, type RenewableToken } from './renewable-token.ts';
import type { TokenSet } from './token-set.ts';
import type { TenantOutcome } from './user-tokens.ts';

/** How long a refused exchange is not tried again by itself: screens ask often, the answer changes rarely. */
const REFUSED_MS = 30_000;

export interface TenantTokens {
  get(tenant: string, rejected?: AccessToken): Promise<AccessToken>;
  askAgain(tenant: string): void;
}

/**
 * One token a tenant, each in a cell of its own, so that a token can never be used for another tenant.
 *
 * @param exchange asks the identity server; called at most once at a time for a tenant
 * @param onOutcome told what each exchange taught: scopes, or why it was refused
 */
export function createTenantTokens(
  clock: Clock,
  exchange: (tenant: string) => Promise<TokenSet>,
  onOutcome: (tenant: string, outcome: TenantOutcome) => void,
): TenantTokens {
  const cells = new Map<string, RenewableToken>();
  const refused = new Map<string, { readonly error: FailureError; readonly until: number }>();

  const renew = async (tenant: string): Promise<AccessToken> => {
    const refusal = refused.get(tenant);
    if (refusal !== undefined && clock.now() < refusal.until) throw refusal.error;
    try {
      const set = await exchange(tenant);
      refused.delete(tenant);
      onOutcome(tenant, { scopes: set.scopes });
      return set.access;
    } catch (error) {
      if (error instanceof FailureError && error.failure.code === 'forbidden') {
        refused.set(tenant, { error, until: clock.now() + REFUSED_MS });
        onOutcome(tenant, { problem: failureOf(error) });
      }
      throw error;
    }
  };

  return {
    get(tenant, rejected) {
      let cell = cells.get(tenant);
      if (cell === undefined) {
        cell = createRenewableToken(clock, () => renew(tenant));
        cells.set(tenant, cell);
      }
      return cell.get(rejected);
    },
    askAgain(tenant) {
      refused.delete(tenant);
    },
  };
}
