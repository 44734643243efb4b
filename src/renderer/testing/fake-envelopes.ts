import type { Envelope } from '../../shared/ipc/envelope.ts';
import type { Failure, FailureCode, FailureDetail } from '../../shared/models/failure.ts';

/** Wraps a value as main would. */
export const ok = <T>(value: T): Envelope<T> => ({ ok: true, value });
/** A failed answer as main would send it. */
export const failed = (
  code: FailureCode,
  detail?: FailureDetail,
  message = 'It failed.',
): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure: detail === undefined ? { code, message } : { code, message, detail },
});
