import type { CampaignDraft } from '../../campaign-port.ts';
import type { Rng } from '../../random.ts';
import { minutesOf } from '../calling-window.ts';
import { localTime } from '../zone-clock.ts';

const dayMs = 86_400_000;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const tries = 40;

/**
 * Draws moments at which a campaign called, by the tenant's clock as it stands now: thousands of past calls need no more.
 *
 * @returns a moment between two others; where no window was open in between, any
 */
export function callingTimes(rng: Rng, { schedule }: CampaignDraft, timeZone: string, now: number) {
  const local = localTime(timeZone, now);
  const shown = Date.UTC(local.year, local.month - 1, local.day) + local.minutes * 60_000;
  const offset = Math.round((shown - now) / 900_000) * 900_000;
  const from = minutesOf(schedule.windowStart);
  const to = minutesOf(schedule.windowEnd);
  const open = (at: number) => {
    const there = at + offset;
    const minutes = Math.floor((there % dayMs) / 60_000);
    const weekday = weekdays[(Math.floor(there / dayMs) + 4) % 7];
    return minutes >= from && minutes < to && weekday !== undefined && schedule.days.includes(weekday);
  };
  return (earliest: number, latest: number): number => {
    let at = earliest;
    for (let i = 0; i < tries; i += 1) {
      at = Math.floor(rng.between(earliest, latest));
      if (open(at)) return at;
    }
    return at;
  };
}
