import type { AccessClaims } from './access-token.ts';
import { grantIsLive } from './oidc-adapter.ts';
import type { RealmOptions } from './realm-options.ts';

/**
 * OpenID Connect user info (Core section 5.3) for the realm's JWT access tokens.
 *
 * @param authorization the request's `Authorization` header
 * @returns 200 with the claims, or 401 with the challenge of RFC 6750
 */
export async function answerUserInfo(options: RealmOptions, authorization: string | undefined): Promise<Response> {
  const claims = await verified(options, authorization);
  const user = claims && options.users.find((each) => each.id === claims.subject);
  if (!user) {
    const challenge = `Bearer realm="dial-ai", error="invalid_token"`;
    return Response.json({ error: 'invalid_token' }, { status: 401, headers: { 'www-authenticate': challenge } });
  }
  const { id, name, email } = user;
  return Response.json({ sub: id, name, preferred_username: email, email, email_verified: true });
}

async function verified(options: RealmOptions, authorization: string | undefined): Promise<AccessClaims | undefined> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  try {
    const claims = await options.tokens.verify(token, Date.now());
    return claims.grantId !== undefined && grantIsLive(options.state, claims.grantId) ? claims : undefined;
  } catch {
    return undefined;
  }
}
