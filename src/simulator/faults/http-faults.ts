import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'hono';
import type { ApiEnv } from '../api/api-env.ts';
import { ApiError } from '../api/api-error.ts';
import type { ActiveFault, FaultBook } from './fault-book.ts';
import type { HttpFaultKind } from './fault-rule.ts';

/**
 * Runs an operation with the faults that are set for it: late, refused before it is reached, or with a reply that is
 * spoilt after it took effect.
 *
 * @throws ApiError for the refusals
 */
export async function applyHttpFaults(c: Context<ApiEnv>, operation: string, next: () => Promise<void>): Promise<void> {
  const { faults } = c.get('services');
  const slow = take(faults, 'slow-reply', operation);
  if (slow) await wait(slow.rule.delayMs);
  refuse(faults, operation);
  await next();
  // A stream has no end to cut it before: it has faults of its own.
  const streaming = c.res.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (!streaming && take(faults, 'truncated-json', operation)) c.res = await truncate(c.res);
  if (take(faults, 'wrong-content-type', operation)) c.res = await asHtml(c.res);
}

/**
 * Throws the refusal that is set for an operation, if there is one.
 *
 * @throws ApiError 401, 403, 409, 422, 429 or 503
 */
export function refuse(faults: FaultBook, operation: string): void {
  const refusals: readonly [HttpFaultKind, (fault: ActiveFault) => ApiError][] = [
    ['unauthorized', () => new ApiError(401, 'token-invalid', 'The token is not valid here.')],
    [
      'forbidden',
      () => new ApiError(403, 'missing-scope', 'A scope is required.', { requiredScope: 'fault:injected' }),
    ],
    ['conflict', (fault) => conflict(fault.rule.code)],
    ['unprocessable', () => new ApiError(422, 'invalid', 'The request does not fit its schema.')],
    ['too-many-requests', (fault) => new ApiError(429, 'saturated', 'The model pool is full.', retryAfter(fault))],
    ['unavailable', (fault) => new ApiError(503, 'unavailable', 'The instance is not available.', retryAfter(fault))],
  ];
  for (const [kind, error] of refusals) {
    const fault = take(faults, kind, operation);
    if (fault) throw error(fault);
  }
}

/** Takes the first fault of a kind that is set for an operation, and counts the strike, unless it lets this one by. */
export function take(faults: FaultBook, kind: HttpFaultKind, operation: string): ActiveFault | undefined {
  const [fault] = faults.matching(kind, operation);
  if (fault === undefined || faults.letsBy(fault.id)) return undefined;
  faults.strike(fault.id);
  return fault;
}

function conflict(code: string | undefined): ApiError {
  if (code !== undefined) return new ApiError(409, code, 'Not as things stand.');
  const takenBy = { id: 'u-someone', name: 'Jordan Blake', at: new Date().toISOString() };
  return new ApiError(409, 'taken-over', 'Someone else holds this conversation.', { takenBy });
}

function retryAfter(fault: ActiveFault) {
  return { retryAfterSeconds: fault.rule.retryAfterSeconds };
}

async function truncate(response: Response): Promise<Response> {
  const text = await response.text();
  return new Response(text.slice(0, Math.floor(text.length / 2)), { status: response.status, headers: bare(response) });
}

async function asHtml(response: Response): Promise<Response> {
  await response.body?.cancel();
  const headers = bare(response);
  headers.set('content-type', 'text/html; charset=utf-8');
  const page = '<!doctype html><title>Gateway</title><h1>Welcome</h1><p>A proxy answered instead of the instance.</p>';
  return new Response(page, { status: 200, headers });
}

function bare(response: Response): Headers {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return headers;
}
