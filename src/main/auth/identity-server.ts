import * as oauth from 'oauth4webapi';
import { FailureError } from '../../shared/models/failure.ts';
import { createIdentityFetch, type IdentityFetchOptions } from './identity-fetch.ts';
import { checkUrl } from './instance-address.ts';
import { loopbackException } from './loopback-exception.ts';

export interface IdentityOptions extends IdentityFetchOptions {
  readonly issuer: string;
  readonly clientId: string;
  /**
   * Goes on with clocks that are far apart. For somebody who is signed in already: their tokens' lives are counted from
   * when they came, so only the person at the sign-in page need be told.
   */
  readonly tolerateSkew?: boolean;
}

/** Options for oauth4webapi's request functions: our fetch, and plain http where it is permitted. */
export interface IdentityRequest {
  [oauth.customFetch]: (url: string, init: RequestParts) => Promise<Response>;
  [oauth.allowInsecureRequests]?: boolean;
}

interface RequestParts {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: URLSearchParams | undefined;
}

/** An identity server that was discovered, and how to ask it something. */
export interface IdentityServer {
  readonly metadata: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly request: IdentityRequest;
  readonly host: string;
}

/** Beyond this the clocks are so far apart that somebody should set one; below, the difference is allowed for. */
const LARGEST_SKEW_MS = 5 * 60_000;

/**
 * Asks an issuer who it is (OpenID Connect Discovery 1.0, RFC 8414) and whether this console can sign in there.
 *
 * @throws FailureError `offline` (`host-not-found`, `no-connection`, `slow`), `unavailable` (`tls`, `server-error`),
 *   `invalid` with reason `not-dialai`, `issuer-mismatch`, `discovery-without-pkce`, `clock-skew` or `not-https`
 */
export async function discover(options: IdentityOptions): Promise<IdentityServer> {
  const issuer = checkUrl(options.issuer, 'issuer', options);
  const request = identityRequest(options);
  const response = await oauth.discoveryRequest(issuer, request);
  const skewMs = clockSkew(response, options.clock.now());
  const metadata = await readMetadata(issuer, response);
  if (metadata.authorization_endpoint === undefined || metadata.token_endpoint === undefined) {
    throw notDialai(issuer);
  }
  checkUrl(metadata.authorization_endpoint, 'authorization_endpoint', options);
  checkUrl(metadata.token_endpoint, 'token_endpoint', options);
  if (metadata.code_challenge_methods_supported?.includes('S256') !== true) {
    throw new FailureError('invalid', 'The identity server does not offer PKCE with S256', {
      reason: 'discovery-without-pkce',
      host: issuer.host,
    });
  }
  if (options.tolerateSkew !== true && Math.abs(skewMs) > LARGEST_SKEW_MS) throw clockSkewFailure(skewMs, issuer.host);
  const client: oauth.Client = {
    client_id: options.clientId,
    token_endpoint_auth_method: 'none',
    /** The library asks the system's clock; this leads it to the server's by way of ours. */
    get [oauth.clockSkew]() {
      return Math.round((options.clock.now() + skewMs - Date.now()) / 1000);
    },
    [oauth.clockTolerance]: 30,
  };
  return { metadata, client, request, host: issuer.host };
}

/**
 * How requests to this server are made. A signal in the options holds for all of them: what is to outlive an attempt
 * that can be cancelled is asked by a request of its own.
 */
export function identityRequest(options: IdentityOptions): IdentityRequest {
  const send = createIdentityFetch(options);
  return {
    [oauth.customFetch]: (url, { method, headers, body }) => send(url, { method, headers, body: body ?? null }),
    ...loopbackException(new URL(options.issuer), options.allowLoopback),
  };
}

/** A failure that says how far this machine's clock is from the server's. */
export function clockSkewFailure(skewMs: number | undefined, host: string): FailureError {
  const apart = skewMs === undefined ? '' : ` by ${Math.round(Math.abs(skewMs) / 60_000)} minutes`;
  return new FailureError('invalid', `This computer's clock and that of ${host} differ${apart}`, {
    reason: 'clock-skew',
    host,
  });
}

async function readMetadata(issuer: URL, response: Response): Promise<oauth.AuthorizationServer> {
  if (response.status >= 500) {
    throw new FailureError('unavailable', `${issuer.host} answered ${response.status}`, {
      reason: 'server-error',
      status: response.status,
      host: issuer.host,
    });
  }
  try {
    return await oauth.processDiscoveryResponse(issuer, response);
  } catch (error) {
    if (error instanceof oauth.OperationProcessingError && error.code === oauth.JSON_ATTRIBUTE_COMPARISON) {
      throw new FailureError('invalid', 'The identity server says that it is another one', {
        reason: 'issuer-mismatch',
        host: issuer.host,
      });
    }
    throw notDialai(issuer, response.status);
  }
}

function notDialai(issuer: URL, status?: number): FailureError {
  return new FailureError('invalid', `${issuer.host} is not the identity server of a Dialai instance`, {
    reason: 'not-dialai',
    host: issuer.host,
    ...(status === undefined ? {} : { status }),
  });
}

/** Server clock minus ours by the Date header, 0 when there is none. */
function clockSkew(response: Response, now: number): number {
  const date = Date.parse(response.headers.get('date') ?? '');
  return Number.isNaN(date) ? 0 : date - now;
}
