import { createMiddleware } from 'hono/factory';
import { applyHttpFaults } from '../../faults/http-faults.ts';
import type { TenantWorld } from '../../world/world-port.ts';
import type { ApiEnv, Caller } from '../api-env.ts';
import { ApiError } from '../api-error.ts';
import { authenticate } from './authenticate.ts';

export interface Guarded {
  /** The operation's id in the primary API: faults are set by it, in any dialect. */
  readonly operation: string;
  /** Scope that the token must carry; without one any token of the realm will do, the user's own included. */
  readonly scope?: string;
  /** Name of the path parameter that holds the tenant, where the path has one. */
  readonly tenantParameter?: string;
}

/**
 * The gate before every operation: faults that were set for it, then token, then tenant, then scope.
 *
 * @throws ApiError 401 `wrong-audience` when the token is for another tenant, 403 `missing-scope`
 */
export function guard(guarded: Guarded) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    await applyHttpFaults(c, guarded.operation, async () => {
      const caller = await authenticate(c);
      if (guarded.scope !== undefined) requireTenant(caller, guarded, c.req.param());
      c.set('caller', caller);
      await next();
    });
  });
}

/** The tenant of a caller that a guard with a scope has let through. */
export function tenantOf(caller: Caller): TenantWorld {
  if (caller.tenant) return caller.tenant;
  throw new ApiError(401, 'wrong-audience', 'A tenant token is required: exchange the user token first.');
}

function requireTenant(caller: Caller, guarded: Guarded, params: Record<string, string>): void {
  const tenant = tenantOf(caller);
  const asked = guarded.tenantParameter === undefined ? tenant.info.slug : params[guarded.tenantParameter];
  if (asked !== tenant.info.slug) {
    throw new ApiError(401, 'wrong-audience', 'The token is for another tenant than the path.');
  }
  if (guarded.scope !== undefined && !caller.scopes.includes(guarded.scope)) {
    const message = `The scope ${guarded.scope} is required.`;
    throw new ApiError(403, 'missing-scope', message, { requiredScope: guarded.scope });
  }
}
