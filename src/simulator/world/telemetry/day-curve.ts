/** Traffic through a day of the tenant's own time zone, hour by hour; 1 is the busiest. Nights are never empty. */
const hours = [
  0.6, 0.58, 0.56, 0.56, 0.57, 0.6, 0.66, 0.74, 0.84, 0.93, 0.98, 1, 0.97, 0.96, 0.98, 1, 0.99, 0.95, 0.9, 0.84, 0.78,
  0.72, 0.67, 0.63,
];
const weekend = 0.85;
const hour = 3_600_000;

/** Milliseconds that a zone's clocks are ahead of UTC at a moment. */
function zoneOffset(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value ?? 0);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return shown - Math.floor(at / 60_000) * 60_000;
}

export interface DayCurve {
  /** Traffic at a time, compared with now. */
  at(time: number): number;
  /** Traffic of the busiest hour, compared with now. */
  readonly peak: number;
}

/**
 * How much traffic there is at other times, compared with now (1), smooth from hour to hour. The zone's offset of now is
 * taken for all of it; a week of history need not know of a change of clocks.
 */
export function dayCurve(timeZone: string, now: number): DayCurve {
  const offset = zoneOffset(timeZone, now);
  const raw = (at: number) => {
    const local = (at + offset) / hour;
    const place = ((local % 24) + 24) % 24;
    const one = hours[Math.floor(place)] ?? 1;
    const next = hours[Math.floor(place + 1) % 24] ?? 1;
    const day = new Date(at + offset).getUTCDay();
    return (one + (next - one) * (place % 1)) * (day === 0 || day === 6 ? weekend : 1);
  };
  const present = raw(now);
  return { at: (time) => raw(time) / present, peak: 1 / present };
}
