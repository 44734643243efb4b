import * as oauth from 'oauth4webapi';
import { FailureError } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';
import type { AccessToken } from './access-token.ts';
import type { IdentityServer } from './identity-server.ts';
import type { SecretText } from './secret-text.ts';
import { oauthErrorCode, shorten, tokenFailure } from './token-failure.ts';
import { type TokenSet, tokenSetOf, tokenValue } from './token-set.ts';

const EXCHANGE_GRANT = 'urn:ietf:params:oauth:grant-type:token-exchange';
const ACCESS_TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:access_token';

/**
 * Refreshes the user's own token (RFC 6749 section 6).
 *
 * @throws FailureError `signed-out` (`invalid-grant`) when the server no longer honours the refresh token; for anything
 *   else (`offline`, `unavailable`, `saturated`, …) the sign-in stands
 */
export async function refreshGrant(server: IdentityServer, refresh: SecretText, clock: Clock): Promise<TokenSet> {
  try {
    const response = await oauth.refreshTokenGrantRequest(
      server.metadata,
      server.client,
      oauth.None(),
      refresh.reveal(),
      server.request,
    );
    const answer = await oauth.processRefreshTokenResponse(server.metadata, server.client, response);
    return tokenSetOf(answer, clock.now());
  } catch (error) {
    throw tokenFailure(error, server.host);
  }
}

/** The exchange says that the user's own token is not good: worth one more try with a fresh one. */
export class SubjectRejected extends Error {
  readonly failure: FailureError;

  constructor(failure: FailureError) {
    super('The subject token was rejected');
    this.failure = failure;
  }
}

/** Error codes by which servers say that the subject token itself is bad (RFC 8693 2.2.2 asks for invalid_request). */
const SUBJECT_ERRORS = new Set(['invalid_grant', 'invalid_token', 'invalid_request']);

/**
 * Exchanges the user's token for one whose audience is a tenant (RFC 8693).
 *
 * @throws SubjectRejected, or FailureError: `forbidden` (`exchange-refused`) or what `tokenFailure` tells
 */
export async function exchangeGrant(
  server: IdentityServer,
  subject: AccessToken,
  audience: string,
  clock: Clock,
): Promise<TokenSet> {
  const parameters = {
    subject_token: tokenValue(subject),
    subject_token_type: ACCESS_TOKEN_TYPE,
    requested_token_type: ACCESS_TOKEN_TYPE,
    audience,
  };
  try {
    const response = await oauth.genericTokenEndpointRequest(
      server.metadata,
      server.client,
      oauth.None(),
      EXCHANGE_GRANT,
      parameters,
      server.request,
    );
    const answer = await oauth.processGenericTokenEndpointResponse(server.metadata, server.client, response);
    return tokenSetOf(answer, clock.now());
  } catch (error) {
    throw exchangeFailure(error, server.host);
  }
}

function exchangeFailure(error: unknown, host: string): Error {
  const general = tokenFailure(error, host);
  const refused =
    error instanceof oauth.ResponseBodyError || error instanceof oauth.WWWAuthenticateChallengeError
      ? error.status < 500 && error.status !== 429
      : false;
  if (!refused) return general;
  const code = oauthErrorCode(error);
  const description = error instanceof oauth.ResponseBodyError ? (error.error_description ?? '') : '';
  const failure = new FailureError('forbidden', 'No token for this tenant was given', {
    reason: 'exchange-refused',
    serverText: shorten(`${code ?? 'unauthorized'}: ${description}`),
    host,
  });
  return code === undefined || SUBJECT_ERRORS.has(code) ? new SubjectRejected(failure) : failure;
}

/**
 * Takes a refresh token back (RFC 7009); servers end the access tokens of the same sign-in with it.
 *
 * @returns false when the server offers no revocation
 * @throws FailureError as `tokenFailure` tells
 */
export async function revoke(server: IdentityServer, refresh: SecretText): Promise<boolean> {
  if (server.metadata.revocation_endpoint === undefined) return false;
  try {
    const response = await oauth.revocationRequest(server.metadata, server.client, oauth.None(), refresh.reveal(), {
      ...server.request,
      additionalParameters: { token_type_hint: 'refresh_token' },
    });
    await oauth.processRevocationResponse(response);
    return true;
  } catch (error) {
    throw tokenFailure(error, server.host);
  }
}

/**
 * Ends the session at the server (OpenID Connect RP-Initiated Logout 1.0) from here, without opening a browser: with an
 * id token as hint the server need not ask the person.
 *
 * @returns false when the server offers no such endpoint or wants to ask
 * @throws FailureError `offline` and its kin
 */
export async function endSession(server: IdentityServer, idToken: SecretText): Promise<boolean> {
  const endpoint = server.metadata.end_session_endpoint;
  if (endpoint === undefined) return false;
  const body = new URLSearchParams({ id_token_hint: idToken.reveal(), client_id: server.client.client_id });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const response = await server.request[oauth.customFetch](endpoint, { method: 'POST', headers, body });
  return response.status < 400;
}
