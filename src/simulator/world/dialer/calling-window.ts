import type { CampaignSchedule } from '../campaign-port.ts';
import { dayNumber, localTime, momentOf } from './zone-clock.ts';

export type ClosedBecause = 'outside-window' | 'day-off' | 'holiday';

/** Whether contacts of one zone may be called, and until when that holds. */
export interface WindowState {
  readonly open: boolean;
  /** When it next changes; undefined where that is beyond a year, or never. */
  readonly until: number | undefined;
  /** Why it is closed. */
  readonly because: ClosedBecause | undefined;
}

/** Far enough for a week with holidays in it, near enough to be looked through at once. */
const daysAhead = 370;

/** The minutes of a time of day: `09:30` is 570, `24:00` is 1440. */
export function minutesOf(clockTime: string): number {
  const [hours, minutes] = clockTime.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/**
 * The calling window of a zone at a moment, by the clock and calendar of that zone.
 *
 * @param at epoch milliseconds
 */
export function windowAt(schedule: CampaignSchedule, timeZone: string, at: number): WindowState {
  const from = minutesOf(schedule.windowStart);
  const to = minutesOf(schedule.windowEnd);
  const now = localTime(timeZone, at);
  const today = dayNumber(now);
  const dayState = dayStateOf(schedule, today);
  if (dayState === undefined && now.minutes >= from && now.minutes < to) {
    return { open: true, until: closing(schedule, timeZone, today, from, to), because: undefined };
  }
  for (let day = today; day <= today + daysAhead; day += 1) {
    if (dayStateOf(schedule, day) !== undefined) continue;
    const opens = momentOf(timeZone, day, from);
    if (opens > at) return { open: false, until: opens, because: dayState ?? 'outside-window' };
  }
  return { open: false, until: undefined, because: dayState ?? 'outside-window' };
}

/** When a window that is open closes: a window round the clock goes on into the next day. */
function closing(schedule: CampaignSchedule, timeZone: string, today: number, from: number, to: number) {
  let day = today;
  if (from === 0 && to === 1_440) {
    while (dayStateOf(schedule, day + 1) === undefined) {
      day += 1;
      if (day > today + daysAhead) return undefined;
    }
  }
  return momentOf(timeZone, day, to);
}

/** Why nobody is called on a day, or undefined on a day of calling. */
function dayStateOf({ days, holidays }: CampaignSchedule, day: number): ClosedBecause | undefined {
  const date = new Date(day * 86_400_000);
  if (holidays.includes(date.toISOString().slice(0, 10))) return 'holiday';
  const weekday = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[date.getUTCDay()];
  return weekday !== undefined && days.includes(weekday) ? undefined : 'day-off';
}
