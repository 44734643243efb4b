/** How a number means an instant, where a schema says so. */
export type TimeUnit = 'ms' | 's';

/** Epoch seconds reach this in the year 5138; epoch ms passed it in 1973. */
const SECONDS_LIMIT = 1e11;
/** Last instant a Date can hold. */
const LAST_INSTANT = 8.64e15;

/**
 * An instant as epoch ms, from ISO 8601 text, epoch seconds or epoch ms (as number or digits).
 * @param unit what the schema says of numbers; without it the magnitude decides.
 * @returns undefined for anything that is no instant.
 */
export function instantOf(value: unknown, unit?: TimeUnit): number | undefined {
  if (typeof value === 'string') {
    if (/^-?\d+(\.\d+)?$/.test(value)) return instantOf(Number(value), unit);
    if (value.length > 64) return undefined;
    const parsed = Date.parse(value);
    return Number.isNaN(parsed) ? undefined : parsed;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const ms = unit === 's' || (unit === undefined && Math.abs(value) < SECONDS_LIMIT) ? value * 1000 : value;
  return Math.abs(ms) <= LAST_INSTANT ? Math.round(ms) : undefined;
}
