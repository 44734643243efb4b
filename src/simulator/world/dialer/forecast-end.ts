import type { WindowState } from './calling-window.ts';

/** One zone's share of the work: how many calls, and when its window is open. */
export interface ZoneWork {
  readonly calls: number;
  windowAt(at: number): WindowState;
}

/** Work that takes longer than that has no end that is worth telling. */
const horizonMs = 370 * 86_400_000;
const mostSteps = 20_000;

/**
 * When the work would be done: window after window, the zone whose window closes first before the others, as the
 * dialer does it.
 *
 * @param from epoch milliseconds
 * @param callsPerMinute of all zones together, while any window is open
 * @returns epoch milliseconds, or undefined when it never ends, or not within a year
 */
export function forecastEnd(zones: readonly ZoneWork[], from: number, callsPerMinute: number): number | undefined {
  if (!(callsPerMinute > 0)) return undefined;
  const left = zones.map(({ calls }) => calls);
  const windows = zones.map((zone) => zone.windowAt(from));
  let at = from;
  for (let step = 0; step < mostSteps; step += 1) {
    const waiting = zones.flatMap((zone, i) => ((left[i] ?? 0) > 0 ? [{ zone, i }] : []));
    if (waiting.length === 0) return at;
    for (const { zone, i } of waiting) {
      if ((windows[i]?.until ?? Number.POSITIVE_INFINITY) <= at) windows[i] = zone.windowAt(at);
    }
    const changes = waiting.map(({ i }) => windows[i]?.until ?? Number.POSITIVE_INFINITY);
    const nextChange = Math.min(...changes);
    const open = waiting.filter(({ i }) => windows[i]?.open === true);
    const closes = (i: number) => windows[i]?.until ?? Number.POSITIVE_INFINITY;
    const first = open.reduce<{ i: number } | undefined>(
      (best, each) => (best === undefined || closes(each.i) < closes(best.i) ? each : best),
      undefined,
    );
    const needsMs = first === undefined ? Number.POSITIVE_INFINITY : ((left[first.i] ?? 0) / callsPerMinute) * 60_000;
    const until = Math.min(nextChange, at + needsMs);
    if (until === Number.POSITIVE_INFINITY || until - from > horizonMs) return undefined;
    if (first !== undefined) {
      const done = ((until - at) / 60_000) * callsPerMinute;
      left[first.i] = at + needsMs <= nextChange ? 0 : (left[first.i] ?? 0) - done;
    }
    at = until;
  }
  return undefined;
}
