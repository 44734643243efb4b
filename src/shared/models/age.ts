import type { HubStatus } from './freshness.ts';

/**
 * How old the data of a row or transcript is, in milliseconds; never negative.
 *
 * A row's own `seenAt` moves only when the row changes. While the hub is consistent every heartbeat proves all rows at
 * once, so main tells that one time (`lastHeardAt`, which stands still as soon as the hub is not consistent) instead of
 * touching ten thousand rows: a row is as old as the younger of the two.
 */
export function dataAge(seenAt: number, hub: Pick<HubStatus, 'lastHeardAt'> | undefined, now: number): number {
  return Math.max(0, now - Math.max(seenAt, hub?.lastHeardAt ?? 0));
}

/** Data older than this is old: it fades and its age stands out, wherever it is shown. */
export const OLD_AFTER_MS = 30_000;
