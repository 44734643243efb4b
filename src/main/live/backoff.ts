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

const REFUSALS: ReadonlySet<string> = new Set(['forbidden', 'not-found', 'unavailable', 'invalid', 'signed-out']);

/** True for an answer that the same question will get again until someone changes something. */
export function isRefusal(failure: Failure): boolean {
  return REFUSALS.has(failure.code);
}

/** How long to wait before the next try: the instance's own wish first, then refusal or jitter. */
export function retryDelay(failure: Failure, attempt: number, limits: HubLimits, random: () => number): number {
  const asked = failure.detail?.retryAfterMs;
  // A little jitter on top: every console was told the same second.
  if (asked !== undefined) return asked + Math.floor(random() * limits.backoffBaseMs);
  if (isRefusal(failure)) return limits.refusedRetryMs;
  return fullJitter(attempt, limits.backoffBaseMs, limits.backoffCapMs, random);
}
