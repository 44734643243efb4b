import type { Weekday } from '../campaign-port.ts';

/** What a wall clock and a calendar show at one moment in one zone. */
export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly minutes: number;
  readonly weekday: Weekday;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

const dayMs = 86_400_000;
const weekdays: readonly Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, makeFormat(timeZone));
  return formats.get(timeZone);
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  // Intl takes offsets and abbreviations too; a contact's zone is a place, whose offset changes with the seasons.
  if (!/^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$|^UTC$/.test(timeZone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return undefined;
  }
}

/** Whether it is the IANA name of a time zone that this machine knows. */
export function isTimeZone(name: string): boolean {
  return formatOf(name) !== undefined;
}

/** How far a zone's clock is ahead of UTC at a moment, in milliseconds. Throws RangeError for an unknown zone. */
export function zoneOffset(timeZone: string, at: number): number {
  const format = formatOf(timeZone);
  if (format === undefined) throw new RangeError(`${timeZone} is not a time zone`);
  const [month, day, year, hour, minute, second] = format.format(at).split(/\D+/).map(Number);
  const shown = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  return shown - Math.floor(at / 1_000) * 1_000;
}

/** The local time in a zone. Throws RangeError for an unknown zone. */
export function localTime(timeZone: string, at: number): LocalTime {
  const shown = new Date(at + zoneOffset(timeZone, at));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    minutes: shown.getUTCHours() * 60 + shown.getUTCMinutes(),
    weekday: weekdays[shown.getUTCDay()] ?? 'sun',
    date: shown.toISOString().slice(0, 10),
  };
}

/**
 * The moment when a zone's clock shows a time of a day. A time that a clock change skips becomes the first one after
 * it; of one that comes twice it is the first.
 *
 * @param day days since 1970-01-01 by the zone's calendar
 * @param minutes since midnight; 1440 is the next midnight
 */
export function momentOf(timeZone: string, day: number, minutes: number): number {
  const shown = day * dayMs + minutes * 60_000;
  // The clock is at most a day from UTC: the offset in force is that of one side or the other of the moment.
  const before = shown - zoneOffset(timeZone, shown - dayMs);
  if (before + zoneOffset(timeZone, before) === shown) return before;
  const after = shown - zoneOffset(timeZone, shown + dayMs);
  if (after + zoneOffset(timeZone, after) === shown) return after;
  // Skipped: read by the clock before the change it lies just as far beyond it.
  return Math.max(before, after);
}

/** The number of a day in a zone's calendar, as {@link momentOf} takes it. */
export function dayNumber({ year, month, day }: LocalTime): number {
  return Date.UTC(year, month - 1, day) / dayMs;
}
