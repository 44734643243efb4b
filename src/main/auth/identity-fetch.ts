import { FailureError } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';
import { isPermitted } from './instance-address.ts';
import { networkFailure } from './network-failure.ts';

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

export interface IdentityFetchOptions {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly allowLoopback: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 15_000;
/** Far beyond any discovery document or key set; a server that sends more is not an identity server. */
const LARGEST_ANSWER = 1_000_000;

/**
 * Wraps fetch for everything that is asked of an identity server: https only (loopback excepted on request, also for
 * addresses that its discovery document names), no redirect followed, no cookie kept, a time-out, a bounded answer.
 *
 * @returns a fetch that throws FailureError only: `offline`, `unavailable` (`tls`, `slow`), `invalid` (`not-https`,
 *   `not-dialai`), `cancelled`
 */
export function createIdentityFetch(options: IdentityFetchOptions): Fetch {
  return async (input, init) => {
    const url = new URL(input);
    if (!isPermitted(url, options)) {
      throw new FailureError('invalid', 'The identity server named an address that is not https', {
        reason: 'not-https',
        host: url.host,
      });
    }
    const timer = new AbortController();
    const cancelTimer = options.clock.after(options.timeoutMs ?? TIMEOUT_MS, () => timer.abort());
    const signal = AbortSignal.any([timer.signal, options.signal, init?.signal].filter((each) => each != null));
    try {
      const response = await options.fetch(input, { ...init, redirect: 'manual', credentials: 'omit', signal });
      return await bounded(response, url.host, signal);
    } catch (error) {
      if (error instanceof FailureError) throw error;
      if (timer.signal.aborted) {
        throw new FailureError('offline', `${url.host} did not answer in time`, { reason: 'slow', host: url.host });
      }
      if (signal.aborted) throw new FailureError('cancelled', 'Cancelled', { reason: 'cancelled' });
      throw networkFailure(error, url.host);
    } finally {
      cancelTimer();
    }
  };
}

/** Reads the body within the time-out and the limit, and hands it on as a fresh answer. */
async function bounded(response: Response, host: string, signal: AbortSignal): Promise<Response> {
  const { status, headers } = response;
  const reader = response.body?.getReader();
  if (reader === undefined) return new Response(null, { status, headers });
  const stop = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.byteLength;
      if (size > LARGEST_ANSWER) {
        stop();
        throw new FailureError('invalid', `${host} answered with far too much`, { reason: 'not-dialai', host });
      }
      chunks.push(part.value);
    }
    signal.throwIfAborted();
    return new Response(size === 0 ? null : Buffer.concat(chunks), { status, headers });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
