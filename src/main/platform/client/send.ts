import { FailureError } from '../../../shared/models/failure.ts';
import type { Clock } from '../../storage/clock.ts';
import { networkFailure } from './network-failure.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Transport {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

/** One request, ready to go out. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Whether it changes anything at the instance; decides what a broken connection means. */
  readonly write: boolean;
  /** The operation, for failures and logs. The address itself is never used there. */
  readonly label: string;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

const MAX_REDIRECTS = 3;

function refused(request: Outgoing, status: number | undefined, reason: string, host?: string): FailureError {
  // 303 answers a write that was carried out (RFC 9110 15.4.4); the other redirects mean that it was not.
  return new FailureError(
    request.write && (status === undefined || status === 303) ? 'unknown-outcome' : 'unavailable',
    `${request.label}: the instance redirected the request`,
    {
      reason,
      operation: request.label,
      ...(status === undefined ? {} : { status }),
      ...(host === undefined ? {} : { host }),
    },
  );
}

/** Where a redirect leads, when that is acceptable: a read, on the same origin, not too often. */
function redirectTarget(request: Outgoing, url: URL, response: Response, hops: number): URL {
  const location = response.headers.get('location');
  if (location === null || !URL.canParse(location, url.href) || hops >= MAX_REDIRECTS) {
    throw refused(request, response.status, 'redirect-unusable');
  }
  const target = new URL(location, url);
  if (target.origin !== request.url.origin) throw refused(request, response.status, 'redirect-elsewhere', target.host);
  if (request.write) throw refused(request, response.status, 'redirected', target.host);
  return target;
}

async function follow(transport: Transport, request: Outgoing, signal: AbortSignal): Promise<Response> {
  let url = request.url;
  for (let hops = 0; ; hops++) {
    const response = await transport.fetch(url.href, {
      method: request.method.toUpperCase(),
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      // Followed by hand: the Authorization header must never reach another origin.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal,
    });
    if (response.type !== 'opaqueredirect' && ![301, 302, 303, 307, 308].includes(response.status)) return response;
    await response.body?.cancel();
    url = redirectTarget(request, url, response, hops);
  }
}

/**
 * Sends one request and hands the response to `use` within the request's time limit; with `headersOnly` the limit ends
 * when the answer begins (event streams).
 * @throws FailureError `offline`, `unknown-outcome` (a write that may have arrived), `unavailable` (redirects),
 *   `cancelled` when the caller's signal aborted; what `use` throws as FailureError passes through.
 */
export async function send<T>(
  transport: Transport,
  request: Outgoing,
  use: (response: Response) => Promise<T>,
  headersOnly = false,
): Promise<T> {
  const controller = new AbortController();
  let timedOut = false;
  const stopTimer = transport.clock.after(request.timeoutMs, () => {
    timedOut = true;
    controller.abort();
  });
  const cancel = () => controller.abort();
  request.signal?.addEventListener('abort', cancel, { once: true });
  try {
    if (request.signal?.aborted === true) controller.abort();
    const response = await follow(transport, request, controller.signal);
    if (headersOnly) stopTimer();
    return await use(response);
  } catch (thrown) {
    if (thrown instanceof FailureError) throw thrown;
    if (request.signal?.aborted === true && !request.write) {
      throw new FailureError('cancelled', `${request.label} was cancelled`, { operation: request.label });
    }
    // Chromium's network stack throws at a redirect that is to be followed by hand, without saying where it leads.
    if (!timedOut && thrown instanceof Error && /^Redirect was cancelled|redirect policy/i.test(thrown.message)) {
      throw refused(request, undefined, 'redirect-unusable');
    }
    throw networkFailure(thrown, { ...request, host: request.url.host }, timedOut);
  } finally {
    stopTimer();
    request.signal?.removeEventListener('abort', cancel);
  }
}
