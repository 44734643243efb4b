/** Longest wait that an instance can ask for; more is read as this much. */
const LONGEST = 24 * 60 * 60 * 1000;

/**
 * Reads `Retry-After` (RFC 9110 10.2.3): seconds or an HTTP date.
 * @param now this machine's clock, used when the answer carries no date of its own.
 * @returns ms to wait, or undefined when absent or unreadable.
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (value === undefined || value === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Number(value) * 1000, LONGEST);
  const at = Date.parse(value);
  if (Number.isNaN(at)) return undefined;
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Math.min(Math.max(at - (Number.isNaN(serverNow) ? now : serverNow), 0), LONGEST);
}
