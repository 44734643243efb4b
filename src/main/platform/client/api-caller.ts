import { FailureError } from '../../../shared/models/failure.ts';
import type { AccessToken } from '../../auth/access-token.ts';
import { isDeeperThan } from '../json.ts';
import type { ClockSkew } from './clock-skew.ts';
import { failureFromResponse } from './failure-from-response.ts';
import { MAX_ANSWER_BYTES, readBody, readBodyBytes } from './read-body.ts';
import { type Outgoing, send, type Transport } from './send.ts';

export interface CallerDeps extends Transport {
  /** 0 ≤ x < 1, for jitter. */
  readonly random: () => number;
  readonly skew: ClockSkew;
  /** A token for these calls; called again with the token that was answered 401. */
  readonly token: (rejected?: AccessToken) => Promise<AccessToken>;
}

/** A request without its token. */
export type Call = Omit<Outgoing, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly accept?: string;
};

/** Largest failure body that is read; the rest adds nothing. */
const MAX_FAILURE_BYTES = 64 * 1024;
/** Nesting beyond which an answer is not looked at. */
const MAX_ANSWER_DEPTH = 500;
/** Reads are repeated this often at most, and only when the network or the instance was briefly away. */
const READ_RETRIES = 2;
const FIRST_RETRY_MS = 300;
/** As far apart as clocks may be; the sign-in allows the same. */
const MOST_SKEW_MS = 5 * 60_000;
/** A longer wait is the caller's to decide, not hidden in here. */
const LONGEST_RETRY_MS = 3_000;
const RETRIED_REASONS: ReadonlySet<unknown> = new Set(['refused', 'unreachable', 'connection-lost']);

/** Two fresh tokens were refused by an instance whose clock is far off: that is why, and what to tell. */
const clockSkew = (call: Call): FailureError =>
  new FailureError('invalid', `The clock of ${call.url.host} and this computer's differ`, {
    reason: 'clock-skew',
    status: 401,
    operation: call.label,
    host: call.url.host,
  });

async function failureOfResponse(response: Response, call: Call, now: number): Promise<FailureError> {
  const text = await readBody(response, MAX_FAILURE_BYTES).catch(() => '');
  return failureFromResponse(response, text, call, now);
}

/**
 * Sends with a token; an answer 401 means that nothing was carried out, so it is tried once more with a fresh token,
 * writes included. `use` gets only successful responses.
 */
export async function callWithToken<T>(
  deps: CallerDeps,
  call: Call,
  use: (response: Response, token: AccessToken) => Promise<T>,
  options: { readonly headersOnly?: boolean; readonly rejected?: AccessToken | undefined } = {},
): Promise<T> {
  let rejected = options.rejected;
  for (let attempt = 1; ; attempt++) {
    const token = await deps.token(rejected);
    const headers = new Headers(call.headers);
    headers.set('accept', call.accept ?? 'application/json');
    if (call.body !== undefined) headers.set('content-type', headers.get('content-type') ?? 'application/json');
    token.authorize(headers);
    const sentAt = deps.clock.now();
    const outcome = await send(
      deps,
      { ...call, headers },
      async (response): Promise<{ readonly value: T } | 'unauthorised'> => {
        deps.skew.observe(response.headers, sentAt, deps.clock.now());
        if (response.status === 401 && attempt === 1) {
          await response.body?.cancel();
          return 'unauthorised';
        }
        if (response.status === 401 && Math.abs(deps.skew.latest() ?? 0) > MOST_SKEW_MS) throw clockSkew(call);
        if (!response.ok) throw await failureOfResponse(response, call, deps.clock.now());
        return { value: await use(response, token) };
      },
      options.headersOnly,
    );
    if (outcome !== 'unauthorised') return outcome.value;
    rejected = token;
  }
}

function unreadable(call: Call, reason: string): FailureError {
  return new FailureError(call.write ? 'unknown-outcome' : 'unavailable', `${call.label}: the answer cannot be read`, {
    reason,
    operation: call.label,
    host: call.url.host,
  });
}

/** The value of a JSON text, which is never undefined; undefined when it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readJson(response: Response, call: Call): Promise<unknown> {
  const text = await readBody(response, MAX_ANSWER_BYTES).catch((thrown: unknown) => {
    throw thrown instanceof FailureError ? unreadable(call, 'response-too-large') : thrown;
  });
  if (text.trim() === '') return undefined;
  if (!/[/+]json\b/i.test(response.headers.get('content-type') ?? '')) throw unreadable(call, 'wrong-content-type');
  const value = parsed(text);
  if (value === undefined || isDeeperThan(value, MAX_ANSWER_DEPTH)) throw unreadable(call, 'malformed-json');
  return value;
}

function mayRetry(thrown: unknown, call: Call): thrown is FailureError {
  if (call.write || !(thrown instanceof FailureError)) return false;
  const { code, detail } = thrown.failure;
  if (code === 'offline') return RETRIED_REASONS.has(detail?.reason);
  return detail?.status === 503 && (detail.retryAfterMs ?? 0) <= LONGEST_RETRY_MS;
}

async function pause(deps: CallerDeps, ms: number, signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((done) => {
    const cancel = deps.clock.after(ms, done);
    const stop = () => {
      cancel();
      done();
    };
    signal?.addEventListener('abort', stop, { once: true });
  });
}

async function readText(response: Response, call: Call): Promise<string> {
  if (/html\b/i.test(response.headers.get('content-type') ?? '')) throw unreadable(call, 'wrong-content-type');
  return readBody(response, MAX_ANSWER_BYTES).catch((thrown: unknown) => {
    throw thrown instanceof FailureError ? unreadable(call, 'response-too-large') : thrown;
  });
}

/** Bytes as they came, and what the instance says they are. */
export interface Bytes {
  readonly bytes: Uint8Array;
  readonly type: string;
}

async function readBytes(response: Response, call: Call): Promise<Bytes> {
  const bytes = await readBodyBytes(response, MAX_ANSWER_BYTES).catch((thrown: unknown) => {
    throw thrown instanceof FailureError ? unreadable(call, 'response-too-large') : thrown;
  });
  return { bytes, type: (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '' };
}

/** Calls an operation and gives its JSON answer (undefined for an empty one). Repeats and throws as `callReading`. */
export function callJson(deps: CallerDeps, call: Call): Promise<unknown> {
  return callReading(deps, call, readJson);
}

/** Calls an operation and gives its answer as text; a page of HTML is not one. */
export function callText(deps: CallerDeps, call: Call): Promise<string> {
  return callReading(deps, { ...call, accept: 'text/plain, text/*;q=0.9, */*;q=0.1' }, readText);
}

/** Calls an operation and gives its answer as bytes. */
export function callBytes(deps: CallerDeps, call: Call): Promise<Bytes> {
  return callReading(deps, { ...call, accept: '*/*' }, readBytes);
}

/**
 * Reads are repeated at most twice with full jitter when the network broke or the instance answered 503; a write is sent
 * once.
 * @throws FailureError as `TenantApi` documents.
 */
async function callReading<T>(
  deps: CallerDeps,
  call: Call,
  read: (response: Response, call: Call) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await callWithToken(deps, call, (response) => read(response, call));
    } catch (thrown) {
      if (attempt >= READ_RETRIES || !mayRetry(thrown, call)) throw thrown;
      const asked = thrown.failure.detail?.retryAfterMs ?? 0;
      await pause(deps, Math.max(asked, deps.random() * FIRST_RETRY_MS * 2 ** attempt), call.signal);
    }
  }
}
