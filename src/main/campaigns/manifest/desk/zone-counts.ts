import type { ZoneCount } from '../../../../shared/models/manifest-check.ts';
import { zoneOfNumber } from '../../../../shared/models/zones/zone-of-number.ts';
import type { CheckedTable } from './output-rows.ts';

/** Accepted contacts by the time zone that they will be called in, most first. */
export function zoneCounts({ book, plan }: CheckedTable): readonly ZoneCount[] {
  const counts = new Map<string | undefined, number>();
  for (const row of book.list(['accepted'], false)) {
    const zone = plan.zoneCells.zone(book.zone(row)) ?? zoneOfNumber(book.number(row));
    counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([timeZone, rows]) => (timeZone === undefined ? { rows } : { timeZone, rows }));
}
