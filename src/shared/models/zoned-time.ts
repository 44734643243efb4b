/** A moment as a clock on the wall of a zone shows it. */
export interface LocalTime {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** 0 is Monday. */
  readonly weekday: number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEK = 7 * DAY;
const QUARTER = 15 * MINUTE;
/** Offsets kept of one zone: some 400 days of weeks, and all quarters of two that have a change of clocks. */
const MOST_KEPT = 2_000;
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

function formatFor(zone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(zone)) return formats.get(zone);
  let made: Intl.DateTimeFormat | undefined;
  try {
    made = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    made = undefined;
  }
  formats.set(zone, made);
  return made;
}

/** Whether this computer knows the zone (IANA name). */
export function isKnownZone(zone: string): boolean {
  return formatFor(zone) !== undefined;
}

const offsets = new Map<string, Map<number, number>>();

/**
 * How far a zone's clocks are ahead of UTC at an instant, ms; 0 for a zone that is not known. Asking the platform costs
 * some microseconds, and looking 400 days ahead asks thousands of times: no zone's clocks change and change back within a
 * week, so a week that begins and ends alike is one offset. The others are asked by the quarter of an hour, on which all
 * changes fall since clocks are set by whole minutes.
 */
export function offsetAt(zone: string, at: number): number {
  const format = formatFor(zone);
  if (format === undefined) return 0;
  const kept = offsets.get(zone) ?? new Map<number, number>();
  offsets.set(zone, kept);
  const ask = (when: number): number => {
    const known = kept.get(when);
    if (known !== undefined) return known;
    if (kept.size >= MOST_KEPT) kept.clear();
    const read = readOffset(format, when);
    kept.set(when, read);
    return read;
  };
  const week = Math.floor(at / WEEK) * WEEK;
  const begin = ask(week);
  return begin === ask(week + WEEK) ? begin : ask(Math.floor(at / QUARTER) * QUARTER);
}

function readOffset(format: Intl.DateTimeFormat, at: number): number {
  const whole = Math.floor(at / 1000) * 1000;
  const read: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(whole)) read[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

/** What the clocks of a zone show at an instant (epoch ms). */
export function localTime(zone: string, at: number): LocalTime {
  const shifted = new Date(at + offsetAt(zone, at));
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: (shifted.getUTCDay() + 6) % 7,
  };
}

/** A date as `YYYY-MM-DD`. */
export function dateKey({ year, month, day }: Pick<LocalTime, 'year' | 'month' | 'day'>): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The instant (epoch ms) at which a zone's clocks show a time of a day. A time that occurs twice means the first; one that
 * a change of clocks skips means as long after the change as it would have been.
 * @param minutes since midnight; 1440 is the end of the day.
 */
export function instantAt(zone: string, year: number, month: number, day: number, minutes: number): number {
  const wall = Date.UTC(year, month - 1, day) + minutes * MINUTE;
  const before = wall - offsetAt(zone, wall - DAY);
  const after = wall - offsetAt(zone, wall + DAY);
  // Where the day has a change, one of the two is right; a skipped time is read by the clocks before the change.
  if (before === after) return before;
  const fits = [before, after].filter((at) => at + offsetAt(zone, at) === wall);
  return fits.length === 0 ? before : Math.min(...fits);
}

/** One change of a zone's clocks: when, and by how much they are set forward (ms; backward: negative). */
export interface ClockChange {
  readonly zone: string;
  readonly at: number;
  readonly by: number;
}

/** Changes looked for in one span; a zone that invents them without end must not hold the console. */
const MOST_DAYS = 3 * 366;

/** The changes of a zone's clocks between two instants (epoch ms), in order, to the minute. */
export function clockChanges(zone: string, from: number, to: number): readonly ClockChange[] {
  const found: ClockChange[] = [];
  const end = Math.min(to, from + MOST_DAYS * DAY);
  let start = from;
  let offset = offsetAt(zone, start);
  while (start < end) {
    const next = Math.min(end, start + DAY);
    const then = offsetAt(zone, next);
    if (then !== offset) found.push({ zone, at: changeBetween(zone, start, next, offset), by: then - offset });
    start = next;
    offset = then;
  }
  return found;
}

function changeBetween(zone: string, from: number, to: number, before: number): number {
  let low = Math.floor(from / MINUTE);
  let high = Math.ceil(to / MINUTE);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * MINUTE) === before) low = middle;
    else high = middle;
  }
  return high * MINUTE;
}
