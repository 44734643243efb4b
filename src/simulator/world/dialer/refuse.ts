import type { Failure } from '../outcome.ts';

/** A refusal with its code, reason and whatever helps to put it right. */
export function refuse(
  code: Failure['code'],
  message: string,
  extras: Omit<Failure, 'ok' | 'code' | 'message'> = {},
): Failure {
  return { ok: false, code, message, ...extras };
}

/** 422 that names one field. */
export function wrongField(path: string, message: string): Failure {
  return refuse('invalid', message, { details: [{ path, message }] });
}
