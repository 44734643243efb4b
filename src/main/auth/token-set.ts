import * as oauth from 'oauth4webapi';
import { AccessToken } from './access-token.ts';
import { readJwt } from './jwt-claims.ts';
import { SecretText } from './secret-text.ts';

/** Who signed in, as far as the tokens tell. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

/** What a token endpoint gave. */
export interface TokenSet {
  readonly access: AccessToken;
  readonly refresh?: SecretText;
  readonly id?: SecretText;
  readonly identity?: Identity;
  /** Hints of the access token: scopes and tenants that it names. */
  readonly scopes: readonly string[];
  readonly tenants: readonly string[];
}

/** Life of a token whose server does not tell it; short, since a wrong guess costs one refused request. */
const UNKNOWN_LIFE_MS = 60_000;

/** Takes a processed token answer apart; the plain strings end here. */
export function tokenSetOf(answer: oauth.TokenEndpointResponse, now: number): TokenSet {
  const claims = readJwt(answer.access_token);
  const life = answer.expires_in === undefined ? undefined : answer.expires_in * 1000;
  const expiresAt = now + (life ?? UNKNOWN_LIFE_MS);
  const idClaims = oauth.getValidatedIdTokenClaims(answer);
  const identity = identityOf({ ...claims, ...(answer.id_token === undefined ? {} : readJwt(answer.id_token)) });
  return {
    access: new AccessToken(answer.access_token, expiresAt),
    scopes: answer.scope?.split(' ').filter((each) => each !== '') ?? claims?.scopes ?? [],
    tenants: claims?.tenants ?? [],
    ...(answer.refresh_token === undefined ? {} : { refresh: new SecretText(answer.refresh_token) }),
    ...(answer.id_token === undefined || idClaims === undefined ? {} : { id: new SecretText(answer.id_token) }),
    ...(identity === undefined ? {} : { identity }),
  };
}

/** The person behind claims; undefined when they name nobody. */
export function identityOf(claims: {
  readonly subject?: string;
  readonly name?: string;
  readonly email?: string;
}): Identity | undefined {
  if (claims.subject === undefined) return undefined;
  const name = claims.name ?? claims.email ?? claims.subject;
  return { id: claims.subject, name, ...(claims.email === undefined ? {} : { email: claims.email }) };
}

/** The value of an access token, for the one request body that must carry it (RFC 8693 subject token). */
export function tokenValue(token: AccessToken): string {
  const headers = new Headers();
  token.authorize(headers);
  return headers.get('authorization')?.replace(/^Bearer /u, '') ?? '';
}
