import { FailureError } from '../../shared/models/failure.ts';

const NAME_CODES = ['ENOTFOUND', 'EAI_NONAME', 'EAI_NODATA', 'ERR_NAME_NOT_RESOLVED'];
const TLS_CODES = /CERT|SSL|TLS|UNABLE_TO_VERIFY|SELF_SIGNED|EPROTO/u;

/**
 * Why a request did not get an answer: `host-not-found` (wrong name, or no network), `tls` (certificate or handshake)
 * or `no-connection`. Understands Node's error codes and the `net::ERR_…` of Chromium's network stack.
 *
 * @param thrown what fetch threw
 * @param host named in the failure; never the path, which may carry more than the operator should read out
 */
export function networkFailure(thrown: unknown, host: string): FailureError {
  const codes = errorCodes(thrown);
  if (codes.some((code) => NAME_CODES.includes(code))) {
    return new FailureError('offline', `${host} was not found`, { reason: 'host-not-found', host });
  }
  if (codes.some((code) => TLS_CODES.test(code))) {
    return new FailureError('unavailable', `No secure connection to ${host}`, { reason: 'tls', host });
  }
  return new FailureError('offline', `No connection to ${host}`, { reason: 'no-connection', host });
}

/** Codes along the chain of causes; undici wraps the system's error, and several addresses make an AggregateError. */
function errorCodes(thrown: unknown, depth = 0): string[] {
  if (!(thrown instanceof Error) || depth > 5) return [];
  const own = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.code] : [];
  const chromium = /net::(ERR_[A-Z0-9_]+)/u.exec(thrown.message)?.[1];
  const inner = thrown instanceof AggregateError ? thrown.errors : [thrown.cause];
  return [
    ...own,
    ...(chromium === undefined ? [] : [chromium]),
    ...inner.flatMap((cause) => errorCodes(cause, depth + 1)),
  ];
}
