import { instantAt, localTime, offsetAt } from '../models/zoned-time.ts';

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

/** Whether a minute is written with an offset of its own. */
export function hasOffset(text: string): boolean {
  return /[+-]\d{2}:\d{2}$/.test(text);
}

const two = (value: number): string => String(value).padStart(2, '0');

/**
 * Reads `2026-11-01T14:05`, a minute of the zone's clocks, or with its own offset (`2026-11-01T01:30-05:00`), which tells the two
 * apart where clocks are set back.
 * @returns epoch ms; undefined for what is no minute
 */
export function readMinute(text: string, timeZone: string): number | undefined {
  const found = /^(\d{4}-\d{1,2}-\d{1,2})T(\d{1,2}):(\d{2})([+-]\d{2}:\d{2})?$/i.exec(text);
  const day = readDay(found?.[1] ?? '');
  const [hour, minute, offset] = [Number(found?.[2]), Number(found?.[3]), found?.[4]];
  if (day === undefined || !(hour < 24) || !(minute < 60)) return undefined;
  if (offset === undefined) return instantAt(timeZone, day.year, day.month, day.day, hour * 60 + minute);
  const at = Date.parse(`${writeDay(day)}T${two(hour)}:${two(minute)}${offset}`);
  return Number.isNaN(at) ? undefined : at;
}

/** Writes the minute a moment (epoch ms) is in, as `readMinute` reads it. */
export function writeMinute(at: number, timeZone: string): string {
  const { hour, minute, ...day } = localTime(timeZone, at);
  const clock = `${writeDay(day)}T${two(hour)}:${two(minute)}`;
  if (instantAt(timeZone, day.year, day.month, day.day, hour * 60 + minute) === at) return clock;
  const offset = Math.round(offsetAt(timeZone, at) / 60_000);
  const size = Math.abs(offset);
  return `${clock}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
