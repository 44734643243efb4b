import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSpans, windowAt } from './calling-window.ts';
import { type Schedule, WEEKDAYS } from './campaign.ts';
import { localTime } from './zoned-time.ts';

const HOUR = 3_600_000;
const schedule = (changes: Partial<Schedule> = {}): Schedule => ({
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  windowStart: '09:00',
  windowEnd: '20:00',
  holidays: [],
  fallbackTimeZone: 'America/Toronto',
  ...changes,
});
/** Wednesday noon in Toronto. */
const WEDNESDAY = Date.UTC(2026, 3, 15, 16);

describe('a calling window', () => {
  it('is open by the contact’s own clock', () => {
    const nine = Date.UTC(2026, 3, 15, 12, 30);
    expect(windowAt(schedule(), 'America/Halifax', nine)).toEqual({ open: true, closesAt: Date.UTC(2026, 3, 15, 23) });
    expect(windowAt(schedule(), 'America/Toronto', nine)).toEqual({
      open: false,
      because: 'outside-window',
      opensAt: Date.UTC(2026, 3, 15, 13),
    });
  });

  it('knows days off, holidays, and the campaign’s own span', () => {
    const saturday = WEDNESDAY + 3 * 24 * HOUR;
    expect(windowAt(schedule(), 'America/Toronto', saturday)).toMatchObject({ open: false, because: 'day-off' });
    expect(windowAt(schedule({ holidays: ['2026-04-15'] }), 'America/Toronto', WEDNESDAY)).toEqual({
      open: false,
      because: 'holiday',
      opensAt: Date.UTC(2026, 3, 16, 13),
    });
    expect(windowAt(schedule({ startsAt: WEDNESDAY + HOUR }), 'America/Toronto', WEDNESDAY)).toEqual({
      open: false,
      because: 'not-started',
      opensAt: WEDNESDAY + HOUR,
    });
    expect(windowAt(schedule({ endsAt: WEDNESDAY + HOUR }), 'America/Toronto', WEDNESDAY)).toEqual({
      open: true,
      closesAt: WEDNESDAY + HOUR,
    });
    expect(windowAt(schedule({ endsAt: WEDNESDAY }), 'America/Toronto', WEDNESDAY)).toEqual({
      open: false,
      because: 'ended',
    });
    expect(windowAt(schedule({ days: [] }), 'America/Toronto', WEDNESDAY)).toEqual({ open: false, because: 'day-off' });
  });

  it('goes on past midnight where it ends before it begins', () => {
    const night = schedule({ windowStart: '20:00', windowEnd: '02:00', days: ['wed'] });
    const oneInTheMorning = Date.UTC(2026, 3, 16, 5);
    expect(windowAt(night, 'America/Toronto', oneInTheMorning)).toEqual({
      open: true,
      closesAt: oneInTheMorning + HOUR,
    });
  });

  it('does not close at midnight where whole days follow each other', () => {
    const always = schedule({ windowStart: '00:00', windowEnd: '24:00', days: ['wed', 'thu'] });
    expect(windowAt(always, 'America/Toronto', WEDNESDAY)).toEqual({ open: true, closesAt: Date.UTC(2026, 3, 17, 4) });
  });

  it('is an hour shorter or longer on no day: a change of clocks moves the instants, not the times', () => {
    const sunday = schedule({ days: [...WEEKDAYS] });
    const spans = [...openSpans({ ...sunday, endsAt: Date.UTC(2026, 2, 10) }, 'America/Toronto', Date.UTC(2026, 2, 7))];
    expect(spans.map(({ from, to }) => [new Date(from).toISOString(), new Date(to).toISOString()])).toEqual([
      // The evening before has not ended at midnight UTC.
      ['2026-03-06T14:00:00.000Z', '2026-03-07T01:00:00.000Z'],
      ['2026-03-07T14:00:00.000Z', '2026-03-08T01:00:00.000Z'],
      ['2026-03-08T13:00:00.000Z', '2026-03-09T00:00:00.000Z'],
      ['2026-03-09T13:00:00.000Z', '2026-03-10T00:00:00.000Z'],
    ]);
  });
});

it('is open exactly while the zone’s clock is within hours on a day that is called on', () => {
  void fc.assert(
    fc.property(
      fc.constantFrom('America/St_Johns', 'Europe/Paris', 'Asia/Kolkata', 'America/Vancouver'),
      fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }),
      fc.subarray([...WEEKDAYS]),
      fc.integer({ min: 0, max: 22 }),
      fc.integer({ min: 1, max: 12 }),
      (zone, at, days, start, length) => {
        const end = Math.min(24, start + length);
        const times = { windowStart: `${start}:00`.padStart(5, '0'), windowEnd: `${end}:00`.padStart(5, '0') };
        const local = localTime(zone, at);
        const minutes = local.hour * 60 + local.minute;
        const day = WEEKDAYS[local.weekday];
        const within = day !== undefined && days.includes(day) && minutes >= start * 60 && minutes < end * 60;
        const state = windowAt(schedule({ days, ...times }), zone, at);
        expect(state.open).toBe(within);
        if (state.opensAt !== undefined) expect(state.opensAt).toBeGreaterThan(at);
        if (state.closesAt !== undefined) expect(state.closesAt).toBeGreaterThan(at);
      },
    ),
  );
});
