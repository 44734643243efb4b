import { offsetAt } from '../models/zoned-time.ts';

const DAY = 86_400_000;

/** A day of the calendar; months from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads `2026-11-01`; undefined for what is no day of the calendar. */
export function readDay(text: string): Day | undefined {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (found === null) return undefined;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 1970 ? { year, month, day } : undefined;
}

/** Writes `2026-11-01`. */
export function writeDay({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day that a moment (epoch ms) falls on in the zone. */
export function dayAt(at: number, timeZone: string): Day {
  const local = new Date(at + offsetAt(timeZone, at));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() };
}

/** The day so many days later. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day) + days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** When a day begins in the zone, epoch ms; where the clock skips midnight, the moment it is skipped. */
export function startOfDay({ year, month, day }: Day, timeZone: string): number {
  const utc = Date.UTC(year, month - 1, day);
  // The offset may differ on the two sides of a change; the second guess is made with the right one.
  const guess = utc - offsetAt(timeZone, utc);
  return utc - offsetAt(timeZone, guess);
}
