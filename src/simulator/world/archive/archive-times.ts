import { fractionOf } from './integer-hash.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** How far back the archive reaches, days. */
export const archiveDays = 90;

/** How much of a day's traffic falls into each hour of the tenant's clock: nights are quiet, mid-morning is not. */
const hourly = [1, 1, 1, 1, 1, 2, 4, 8, 14, 18, 20, 19, 17, 18, 18, 17, 15, 12, 10, 8, 6, 4, 3, 2];
const whole = hourly.reduce((sum, part) => sum + part, 0);

/** Time of day by which that share of the day's traffic has come; milliseconds from midnight. */
function timeOfShare(share: number): number {
  let left = share * whole;
  for (const [at, part] of hourly.entries()) {
    if (left < part) return (at + left / part) * hour;
    left -= part;
  }
  return day - 1;
}

/** Milliseconds to add to UTC for the tenant's clock, at that moment. */
function offsetOf(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(at / 1000) * 1000;
}

/**
 * When each of the archive's conversations began, oldest first: spread over the days before the world's beginning as a
 * contact centre's traffic is.
 *
 * @param size how many
 * @param now the world's beginning, epoch milliseconds; none begins in the six hours before it
 */
export function archiveTimes(size: number, now: number, timeZone: string, seed: number): Float64Array {
  const offset = offsetOf(timeZone, now);
  const end = now - 6 * hour;
  const firstDay = Math.floor((end + offset) / day) - archiveDays;
  const lastShare = shareAt(end + offset - Math.floor((end + offset) / day) * day);
  const perDay = size / (archiveDays + lastShare);
  const times = new Float64Array(size);
  for (let i = 0; i < size; i += 1) {
    const place = (i + fractionOf(seed, i)) / perDay;
    const whichDay = Math.floor(place);
    times[i] = Math.floor((firstDay + whichDay) * day + timeOfShare(place - whichDay) - offset);
  }
  return times;
}

/** The share of a day's traffic that has come by that time of day. */
function shareAt(ms: number): number {
  const at = Math.floor(ms / hour);
  const before = hourly.slice(0, at).reduce((sum, part) => sum + part, 0);
  return (before + ((hourly[at] ?? 0) * (ms - at * hour)) / hour) / whole;
}
