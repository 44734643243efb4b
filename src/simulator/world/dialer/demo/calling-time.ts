import type { CampaignSchedule } from '../../campaign-port.ts';
import type { Rng } from '../../random.ts';
import { minutesOf } from '../calling-window.ts';
import { zoneOffset } from '../zone-clock.ts';

const dayMs = 86_400_000;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const tries = 60;

/** Draws a moment between two others at which a contact of a zone may have been called, if there was any. */
export type CallingTime = (timeZone: string, earliest: number, latest: number) => number | undefined;

/**
 * Draws moments within a campaign's windows, each by the contact's own clock.
 *
 * @param whole when the campaign has called at all: looked through when no window was open between the two, epoch ms
 */
export function callingTimes(rng: Rng, schedule: CampaignSchedule, whole: readonly [number, number]): CallingTime {
  const from = minutesOf(schedule.windowStart);
  const to = minutesOf(schedule.windowEnd);
  // Thousands of past calls fall on a few days: the clock of each zone is asked once a half day.
  const offsets = new Map<string, number>();
  const offset = (timeZone: string, at: number): number => {
    const key = `${timeZone} ${Math.floor((2 * at) / dayMs)}`;
    const known = offsets.get(key) ?? zoneOffset(timeZone, at);
    offsets.set(key, known);
    return known;
  };
  const open = (timeZone: string, at: number) => {
    const there = at + offset(timeZone, at);
    const minutes = Math.floor((there % dayMs) / 60_000);
    const weekday = weekdays[(Math.floor(there / dayMs) + 4) % 7];
    return minutes >= from && minutes < to && weekday !== undefined && schedule.days.includes(weekday);
  };
  return (timeZone, earliest, latest) => {
    for (const [start, end] of [[earliest, latest] as const, whole]) {
      for (let i = 0; i < tries; i += 1) {
        const at = Math.floor(rng.between(start, end));
        if (open(timeZone, at)) return at;
      }
    }
    return undefined;
  };
}
