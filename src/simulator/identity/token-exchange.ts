import { errors, type TokenEndpointGrantContext } from 'oidc-provider';
import type { UserInfo } from '../world/world-port.ts';
import { type AccessClaims, userAudience } from './access-token.ts';
import { grantIsLive } from './oidc-adapter.ts';
import type { RealmOptions } from './realm-options.ts';

export const exchangeGrantType = 'urn:ietf:params:oauth:grant-type:token-exchange';
const accessTokenType = 'urn:ietf:params:oauth:token-type:access_token';
const jwtType = 'urn:ietf:params:oauth:token-type:jwt';
export const exchangeParameters = [
  'subject_token',
  'subject_token_type',
  'actor_token',
  'requested_token_type',
  'audience',
  'scope',
];

interface ExchangeParams {
  [name: string]: unknown;
}

/**
 * RFC 8693 token exchange: a user's access token for one whose audience is a tenant. The subject token is verified
 * (signature, issuer, expiry, that it is the user's own and its session still stands), then the membership.
 *
 * @returns a handler for oidc-provider's token endpoint; it throws the RFC's errors: `invalid_request`,
 *   `invalid_grant` (subject token), `invalid_target` (tenant), `invalid_scope`, `access_denied` (refused to this user)
 */
export function tokenExchangeHandler(options: RealmOptions) {
  return async (ctx: TokenEndpointGrantContext<ExchangeParams>): Promise<void> => {
    const { params, client } = ctx.oidc;
    const subjectToken = requireText(params, 'subject_token');
    const audience = requireText(params, 'audience');
    requireTypes(params);
    const claims = await verifySubject(options, subjectToken);
    const user = options.users.find((each) => each.id === claims.subject);
    if (!user) throw new errors.InvalidGrant('subject is not known');
    if (user.exchangeRefused) throw new errors.AccessDenied('client is not allowed to exchange tokens of this user');
    const { roles, scopes } = membershipOf(user, audience);
    const granted = narrowScopes(scopes, params['scope']);
    const token = await options.tokens.signTenantToken({
      tenant: audience,
      user,
      scopes: granted,
      roles,
      clientId: client.clientId,
      grantId: claims.grantId,
      lifetimeSeconds: options.lifetimes.tenant,
    });
    ctx.body = {
      access_token: token,
      issued_token_type: accessTokenType,
      token_type: 'Bearer',
      expires_in: options.lifetimes.tenant,
      scope: granted.join(' '),
    };
  };
}

function requireText(params: ExchangeParams, name: string): string {
  const value = params[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new errors.InvalidRequest(`missing required parameter: ${name}`);
}

function requireTypes(params: ExchangeParams): void {
  if (requireText(params, 'subject_token_type') !== accessTokenType) {
    throw new errors.InvalidRequest('only access tokens can be exchanged');
  }
  const requested = params['requested_token_type'];
  if (requested !== undefined && requested !== accessTokenType && requested !== jwtType) {
    throw new errors.InvalidRequest('only access tokens are issued');
  }
  if (params['actor_token'] !== undefined) throw new errors.InvalidRequest('actor_token is not supported');
}

async function verifySubject(options: RealmOptions, token: string): Promise<AccessClaims> {
  let claims: AccessClaims;
  try {
    claims = await options.tokens.verify(token, Date.now());
  } catch {
    throw new errors.InvalidGrant('subject token is not valid');
  }
  if (!claims.audience.includes(userAudience)) throw new errors.InvalidGrant('subject token is not a user token');
  if (claims.grantId === undefined || !grantIsLive(options.state, claims.grantId)) {
    throw new errors.InvalidGrant('session has ended');
  }
  return claims;
}

function membershipOf(user: UserInfo, tenant: string) {
  const membership = Object.hasOwn(user.memberships, tenant) ? user.memberships[tenant] : undefined;
  // The same answer for a tenant that does not exist, so that names cannot be guessed.
  if (!membership) throw new errors.InvalidTarget('audience is not a tenant of this user');
  return membership;
}

function narrowScopes(scopes: readonly string[], asked: unknown): readonly string[] {
  if (typeof asked !== 'string' || asked === '') return scopes;
  const wanted = asked.split(' ').filter((each) => each !== '' && each !== 'openid');
  if (wanted.some((each) => !scopes.includes(each))) {
    throw new errors.InvalidScope('a requested scope is not held in this tenant', asked);
  }
  return wanted.length === 0 ? scopes : wanted;
}
