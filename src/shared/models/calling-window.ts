import { type Schedule, WEEKDAYS } from './campaign.ts';
import { dateKey, instantAt, localTime } from './zoned-time.ts';

/** Why a zone's contacts may not be called. */
export type ClosedBecause = 'not-started' | 'ended' | 'holiday' | 'day-off' | 'outside-window';

/** Where the calling window of one zone stands at an instant. */
export interface WindowState {
  readonly open: boolean;
  /** Epoch ms: when it opens next, while it is closed; absent when it never does. */
  readonly opensAt?: number;
  /** Epoch ms: when it closes, while it is open. */
  readonly closesAt?: number;
  readonly because?: ClosedBecause;
}

/** A stretch of time in which a zone may be called. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

const DAY = 86_400_000;
/** Days looked ahead for the next opening. */
const HORIZON_DAYS = 400;

/** Minutes since midnight of `HH:MM`; `24:00` is the end of the day. */
export function minutesOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The calling windows of a zone's days, by how many days after the one of `base` they begin; undefined for a day without calls. */
function windowsByDay(schedule: Schedule, zone: string, base: number): (dayOffset: number) => OpenSpan | undefined {
  const today = localTime(zone, base);
  const start = minutesOf(schedule.windowStart);
  const end = minutesOf(schedule.windowEnd);
  const days: ReadonlySet<string | undefined> = new Set(schedule.days);
  const holidays = new Set(schedule.holidays);
  return (dayOffset) => {
    const noon = new Date(Date.UTC(today.year, today.month - 1, today.day + dayOffset, 12));
    if (!days.has(WEEKDAYS[(noon.getUTCDay() + 6) % 7])) return undefined;
    const [year, month, day] = [noon.getUTCFullYear(), noon.getUTCMonth() + 1, noon.getUTCDate()];
    if (holidays.size > 0 && holidays.has(dateKey({ year, month, day }))) return undefined;
    return {
      from: instantAt(zone, year, month, day, start),
      // A window that ends before it begins goes on past midnight, and belongs to the day on which it begins.
      to: instantAt(zone, year, month, day, end > start ? end : end + 1440),
    };
  };
}

/**
 * The spans in which a zone may be called from an instant on, in order; the first may have begun before it. Spans that
 * meet are one. Ends with the schedule, at the latest after `HORIZON_DAYS`.
 */
export function* openSpans(schedule: Schedule, zone: string, from: number): Generator<OpenSpan> {
  const earliest = schedule.startsAt ?? Number.NEGATIVE_INFINITY;
  const latest = schedule.endsAt ?? Number.POSITIVE_INFINITY;
  const base = Math.max(from, earliest);
  const windowOf = windowsByDay(schedule, zone, base);
  let waiting: OpenSpan | undefined;
  for (let day = -1; day <= HORIZON_DAYS; day++) {
    if (base + (day - 1) * DAY > latest) break;
    const whole = windowOf(day);
    if (whole === undefined) continue;
    const span = { from: Math.max(whole.from, earliest), to: Math.min(whole.to, latest) };
    if (span.to <= span.from || span.to <= from) continue;
    if (waiting !== undefined && span.from <= waiting.to) waiting = { from: waiting.from, to: span.to };
    else {
      if (waiting !== undefined) yield waiting;
      waiting = span;
    }
  }
  if (waiting !== undefined) yield waiting;
}

function closedBecause(schedule: Schedule, zone: string, at: number): ClosedBecause {
  if (schedule.startsAt !== undefined && at < schedule.startsAt) return 'not-started';
  if (schedule.endsAt !== undefined && at >= schedule.endsAt) return 'ended';
  const local = localTime(zone, at);
  if (schedule.holidays.includes(dateKey(local))) return 'holiday';
  const name = WEEKDAYS[local.weekday];
  return name !== undefined && schedule.days.includes(name) ? 'outside-window' : 'day-off';
}

/** Whether a zone's contacts may be called at an instant (epoch ms), until when, or from when on. */
export function windowAt(schedule: Schedule, zone: string, at: number): WindowState {
  const [next] = openSpans(schedule, zone, at);
  if (next !== undefined && next.from <= at) return { open: true, closesAt: next.to };
  const because = closedBecause(schedule, zone, at);
  return next === undefined ? { open: false, because } : { open: false, because, opensAt: next.from };
}
