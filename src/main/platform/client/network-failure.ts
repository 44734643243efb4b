import { FailureError } from '../../../shared/models/failure.ts';
import { field, stringField } from '../json.ts';

export type NetworkReason = 'host-not-found' | 'refused' | 'unreachable' | 'tls' | 'time-out' | 'connection-lost';

/** Node's and Chromium's error codes: what they mean, and whether they prove that no byte of the request arrived. */
const KNOWN: readonly { readonly codes: RegExp; readonly reason: NetworkReason; readonly unsent: boolean }[] = [
  {
    codes: /^(ENOTFOUND|EAI_\w+|ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED)$/,
    reason: 'host-not-found',
    unsent: true,
  },
  { codes: /^(ECONNREFUSED|ERR_CONNECTION_REFUSED)$/, reason: 'refused', unsent: true },
  {
    codes: /^(EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT)$/,
    reason: 'unreachable',
    unsent: true,
  },
  {
    codes: /^ERR_(ADDRESS_UNREACHABLE|INTERNET_DISCONNECTED|PROXY_CONNECTION_FAILED|CONNECTION_TIMED_OUT)$/,
    reason: 'unreachable',
    unsent: true,
  },
  { codes: /^(CERT_|ERR_CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/, reason: 'tls', unsent: true },
  { codes: /^(EPROTO$|ERR_SSL_|ERR_TLS_)/, reason: 'tls', unsent: false },
];

/** Codes along a chain of causes, outermost first. */
function codesOf(thrown: unknown): readonly string[] {
  const codes: string[] = [];
  let here = thrown;
  for (let depth = 0; depth < 6 && here !== undefined; depth++) {
    const code = stringField(here, 'code') ?? (here instanceof Error ? stringField({ ...here }, 'code') : undefined);
    if (code !== undefined) codes.push(code);
    if (code === 'ETIMEDOUT' && field(here, 'syscall') === 'connect') codes.push('UND_ERR_CONNECT_TIMEOUT');
    const message = here instanceof Error ? here.message : '';
    const chromium = /net::(ERR_[A-Z_]+)/.exec(message)?.[1];
    if (chromium !== undefined) codes.push(chromium);
    if (here instanceof AggregateError) here = here.errors[0];
    else here = here instanceof Error ? here.cause : undefined;
  }
  return codes;
}

/** What a thrown network error means, and whether the request surely never left. */
export function readNetworkError(thrown: unknown): { readonly reason: NetworkReason; readonly unsent: boolean } {
  for (const code of codesOf(thrown)) {
    const known = KNOWN.find(({ codes }) => codes.test(code));
    if (known !== undefined) return { reason: known.reason, unsent: known.unsent };
  }
  return { reason: 'connection-lost', unsent: false };
}

/**
 * The failure for an exchange that broke off: `offline` for reads and for writes that surely never left, otherwise
 * `unknown-outcome`, since the instance may have done what it was asked.
 */
export function networkFailure(
  thrown: unknown,
  request: { readonly write: boolean; readonly label: string; readonly host: string },
  timedOut: boolean,
): FailureError {
  const { reason, unsent } = timedOut ? { reason: 'time-out' as const, unsent: false } : readNetworkError(thrown);
  const detail = { reason, host: request.host, operation: request.label };
  // The thrown error is not kept as cause: its text may hold the whole address.
  return request.write && !unsent
    ? new FailureError('unknown-outcome', `${request.label}: no answer (${reason})`, detail)
    : new FailureError('offline', `${request.label}: the instance was not reached (${reason})`, detail);
}
