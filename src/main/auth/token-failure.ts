import * as oauth from 'oauth4webapi';
import { FailureError } from '../../shared/models/failure.ts';
import { redact } from '../storage/redact.ts';
import { clockSkewFailure } from './identity-server.ts';

/**
 * What went wrong at an identity server, in the console's words. The library's errors hold whole answers as their
 * cause, tokens included, so nothing of them is passed on but the RFC 6749 error code and a redacted description.
 */
export function tokenFailure(error: unknown, host: string): FailureError {
  if (error instanceof FailureError) return error;
  if (error instanceof oauth.ResponseBodyError) return refusal(error, host);
  if (error instanceof oauth.WWWAuthenticateChallengeError) {
    return new FailureError('forbidden', `${host} refused this client`, { reason: 'client-refused', host });
  }
  if (error instanceof oauth.OperationProcessingError) {
    if (error.code === oauth.JWT_TIMESTAMP_CHECK) return clockSkewFailure(undefined, host);
    if (error.cause instanceof Response) return statusFailure(error.cause, host);
  }
  return new FailureError('invalid', `${host} gave an answer that does not hold`, { reason: 'identity-answer', host });
}

/** The RFC 6749 error code behind a library error, for the few places that decide by it. */
export function oauthErrorCode(error: unknown): string | undefined {
  return error instanceof oauth.ResponseBodyError ? error.error : undefined;
}

function refusal(error: oauth.ResponseBodyError, host: string): FailureError {
  if (error.status >= 500 || error.status === 429) return statusFailure(error.response, host);
  const serverText = shorten(`${error.error}: ${error.error_description ?? ''}`);
  const detail = { status: error.status, serverText, host };
  switch (error.error) {
    case 'invalid_grant':
      return new FailureError('signed-out', 'The sign-in is no longer valid', { ...detail, reason: 'invalid-grant' });
    case 'invalid_client':
    case 'unauthorized_client':
      return new FailureError('forbidden', `${host} refused this client`, { ...detail, reason: 'client-refused' });
    default:
      return new FailureError('forbidden', `${host} refused the request`, { ...detail, reason: 'identity-refused' });
  }
}

function statusFailure(response: Response, host: string): FailureError {
  const { status } = response;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const detail = { status, host, ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}) };
  if (status === 429 || status === 503) {
    return new FailureError('saturated', `${host} is busy`, { ...detail, reason: 'server-busy' });
  }
  if (status >= 500) {
    return new FailureError('unavailable', `${host} answered ${status}`, { ...detail, reason: 'server-error' });
  }
  return new FailureError('invalid', `${host} answered ${status}`, { ...detail, reason: 'identity-answer' });
}

/** What a server says, fit to be shown: no secrets, no control characters, not long. */
export function shorten(text: string): string {
  return redact(text)
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}
