import type { Context } from 'hono';
import { errors } from 'jose';
import type { AccessClaims } from '../../identity/access-token.ts';
import { userAudience } from '../../identity/access-token.ts';
import type { ApiEnv, ApiServices, Caller } from '../api-env.ts';
import { ApiError } from '../api-error.ts';

/**
 * Checks the bearer token of a request: signature, issuer, time (by the server's clock, skew included) and that it is
 * for a tenant or the user themself.
 *
 * @returns who calls
 * @throws ApiError 401 `token-missing`, `token-expired` or `token-invalid`
 */
export async function authenticate(c: Context<ApiEnv>): Promise<Caller> {
  const services = c.get('services');
  const token = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (token === undefined) throw new ApiError(401, 'token-missing', 'A bearer token is required.');
  const claims = await verify(services, token);
  const user = services.world().users.find((each) => each.id === claims.subject);
  const [audience] = claims.audience;
  if (!user || audience === undefined) throw new ApiError(401, 'token-invalid', 'The token is not valid here.');
  if (audience === userAudience) return { user, tokenExpiresAt: claims.expiresAt, scopes: [], tenant: undefined };
  const tenant = services.world().tenant(audience);
  if (!tenant) throw new ApiError(401, 'wrong-audience', 'The token is for a tenant that is not here.');
  return { user, tokenExpiresAt: claims.expiresAt, scopes: claims.scopes, tenant };
}

async function verify(services: ApiServices, token: string): Promise<AccessClaims> {
  try {
    return await services.tokens.verify(token, Date.now() + services.faults.clockSkewMs());
  } catch (cause) {
    if (cause instanceof errors.JWTExpired) throw new ApiError(401, 'token-expired', 'The token has expired.');
    throw new ApiError(401, 'token-invalid', 'The token is not valid here.');
  }
}
