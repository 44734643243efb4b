import type { Failure } from '../../shared/models/failure.ts';
import type { HubLimits } from './limits.ts';

/** Never quite zero, so that a failing instance cannot be asked in a tight loop. */
const FLOOR_MS = 20;

/**
 * Full-jitter back-off (exponential ceiling, uniform draw below it), without a limit of tries.
 * @param attempt 0 for the first retry.
 * @param random uniform in 0..1.
 */
export function fullJitter(attempt: number, baseMs: number, capMs: number, random: () => number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(attempt, 30));
  return Math.max(FLOOR_MS, Math.floor(random() * ceiling));
}

const REFUSALS: ReadonlySet<string> = new Set(['forbidden', 'not-found', 'invalid', 'signed-out']);

/**
 * `unavailable` also tells of an instance that stumbles: a 500, a mangled answer, a proxy's error page. These may be
 * over in a second; only these reasons say that the operation is not there.
 */
const NOT_THERE: ReadonlySet<string> = new Set(['not-bound', 'not-offered', 'not-connected', 'path-elsewhere']);

/** True for an answer that the same question will get again until someone changes something. */
export function isRefusal(failure: Failure): boolean {
  if (REFUSALS.has(failure.code)) return true;
  if (failure.code !== 'unavailable') return false;
  const { reason, status } = failure.detail ?? {};
  if (status !== undefined) return status === 405 || status === 501;
  return reason === undefined || NOT_THERE.has(reason);
}

/** How long to wait before the next try: the instance's own wish first, then refusal or jitter. */
export function retryDelay(
  failure: Failure,
  attempt: number,
  limits: Pick<HubLimits, 'backoffBaseMs' | 'backoffCapMs' | 'refusedRetryMs'>,
  random: () => number,
): number {
  const asked = failure.detail?.retryAfterMs;
  // A little jitter on top: every console was told the same second.
  if (asked !== undefined) return asked + Math.floor(random() * limits.backoffBaseMs);
  if (isRefusal(failure)) return limits.refusedRetryMs;
  return fullJitter(attempt, limits.backoffBaseMs, limits.backoffCapMs, random);
}
