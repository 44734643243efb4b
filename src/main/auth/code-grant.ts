import * as oauth from 'oauth4webapi';
import { FailureError } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';
import type { IdentityServer } from './identity-server.ts';
import { shorten, tokenFailure } from './token-failure.ts';
import { type TokenSet, tokenSetOf } from './token-set.ts';

/** One attempt to sign in. State, nonce and verifier are made anew for each and used once. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export function newAttempt(redirectUri: string): Attempt {
  return {
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    verifier: oauth.generateRandomCodeVerifier(),
    redirectUri,
  };
}

/** The address that the system browser is sent to (OpenID Connect Core 3.1.2.1, RFC 7636 with S256). */
export async function authorizationUrl(
  server: IdentityServer,
  attempt: Attempt,
  scopes: string,
  language?: string,
): Promise<string> {
  const url = new URL(server.metadata.authorization_endpoint ?? '');
  const parameters = {
    response_type: 'code',
    client_id: server.client.client_id,
    redirect_uri: attempt.redirectUri,
    scope: scopes,
    state: attempt.state,
    nonce: attempt.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    ...(language === undefined ? {} : { ui_locales: language }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** What a request to the redirect address means. */
export type CallbackVerdict =
  | { readonly kind: 'noise' }
  | { readonly kind: 'code'; readonly parameters: URLSearchParams }
  | { readonly kind: 'failure'; readonly failure: FailureError };

/**
 * Judges one request to the redirect address. Without our state it is noise, whoever sent it, and the wait goes on.
 * With it, it is the answer: a code, or a refusal; an answer of another issuer is refused (RFC 9207).
 */
export function judgeCallback(server: IdentityServer, attempt: Attempt, query: URLSearchParams): CallbackVerdict {
  const states = query.getAll('state');
  if (states.length !== 1 || states[0] !== attempt.state) return { kind: 'noise' };
  if ([...query.keys()].some((name) => query.getAll(name).length > 1)) return { kind: 'noise' };
  const issuer = query.get('iss');
  const mustName = server.metadata.authorization_response_iss_parameter_supported === true;
  if (issuer === null ? mustName : issuer !== server.metadata.issuer) {
    const failure = new FailureError('invalid', 'The answer came from another identity server', {
      reason: 'issuer-mismatch',
      host: server.host,
    });
    return { kind: 'failure', failure };
  }
  try {
    const parameters = oauth.validateAuthResponse(server.metadata, server.client, query, attempt.state);
    return query.has('code') ? { kind: 'code', parameters } : { kind: 'noise' };
  } catch (error) {
    return { kind: 'failure', failure: refusal(error, server.host) };
  }
}

/**
 * Redeems the code and checks what came: nonce, audience, issuer, times and the signature of the id token.
 *
 * @param parameters as judged by `judgeCallback`
 * @throws FailureError as `tokenFailure` tells
 */
export async function redeemCode(
  server: IdentityServer,
  attempt: Attempt,
  parameters: URLSearchParams,
  clock: Clock,
  withIdToken: boolean,
): Promise<TokenSet> {
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      server.metadata,
      server.client,
      oauth.None(),
      parameters,
      attempt.redirectUri,
      attempt.verifier,
      server.request,
    );
    const answer = await oauth.processAuthorizationCodeResponse(
      server.metadata,
      server.client,
      response,
      withIdToken ? { expectedNonce: attempt.nonce, requireIdToken: true } : {},
    );
    if (answer.id_token !== undefined) {
      await oauth.validateApplicationLevelSignature(server.metadata, response, server.request);
    }
    return tokenSetOf(answer, clock.now());
  } catch (error) {
    throw tokenFailure(error, server.host);
  }
}

function refusal(error: unknown, host: string): FailureError {
  if (error instanceof oauth.AuthorizationResponseError) {
    const denied = error.error === 'access_denied';
    return new FailureError(
      denied ? 'cancelled' : 'forbidden',
      denied ? 'The sign-in was refused' : 'The sign-in failed',
      {
        reason: denied ? 'denied' : 'identity-refused',
        serverText: shorten(`${error.error}: ${error.error_description ?? ''}`),
        host,
      },
    );
  }
  return new FailureError('invalid', 'The answer of the identity server does not hold', {
    reason: 'identity-answer',
    host,
  });
}
