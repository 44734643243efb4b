import type { Failure, FailureCode } from '../world/world-port.ts';
import type { ErrorBody } from './schemas/error.ts';

export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503;

interface ErrorExtras extends Omit<Failure, 'ok' | 'code' | 'message'> {
  readonly requiredScope?: string;
}

/** A refusal on its way to the client; thrown anywhere in a request and written once, by the error handler. */
export class ApiError extends Error {
  readonly status: ErrorStatus;
  readonly code: string;
  readonly extras: ErrorExtras;

  constructor(status: ErrorStatus, code: string, message: string, extras: ErrorExtras = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.extras = extras;
  }

  /** The documented error body. */
  body(): ErrorBody {
    const { retryAfterSeconds: _, ...shown } = this.extras;
    return { error: { code: this.code, message: this.message, ...shown } };
  }

  /** `Retry-After` for back-pressure, the challenge of RFC 6750 for 401 and 403. */
  headers(): Record<string, string> {
    const { retryAfterSeconds, requiredScope } = this.extras;
    if (retryAfterSeconds !== undefined) return { 'retry-after': String(retryAfterSeconds) };
    if (this.status === 401) return { 'www-authenticate': 'Bearer realm="dial-ai", error="invalid_token"' };
    if (requiredScope === undefined) return {};
    return { 'www-authenticate': `Bearer realm="dial-ai", error="insufficient_scope", scope="${requiredScope}"` };
  }
}

const statusOf: Readonly<Record<Exclude<FailureCode, 'saturated'>, ErrorStatus>> = {
  'not-found': 404,
  'taken-over': 409,
  'not-holder': 409,
  'not-takeable': 422,
  ended: 422,
  invalid: 422,
  'stale-revision': 409,
  'illegal-state': 409,
  'not-editable': 422,
  'in-call': 409,
  'offset-mismatch': 409,
  incomplete: 409,
  'not-reversible': 409,
  'too-large': 413,
  'cursor-expired': 410,
};

/**
 * Turns what the world refused into what the API says.
 *
 * @param saturatedAs 429 where the caller should slow down, 503 where the instance cannot begin anything new
 */
export function apiErrorOf(failure: Failure, saturatedAs: 429 | 503 = 503): ApiError {
  const { ok: _, code, message, ...extras } = failure;
  if (code !== 'saturated') return new ApiError(statusOf[code], code, message, extras);
  return new ApiError(saturatedAs, code, message, { ...extras, retryAfterSeconds: failure.retryAfterSeconds ?? 2 });
}
