import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CampaignSchedule } from '../campaign-port.ts';
import { minutesOf, windowAt } from './calling-window.ts';
import { isTimeZone, localTime, momentOf } from './zone-clock.ts';

const office: CampaignSchedule = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  windowStart: '09:00',
  windowEnd: '20:00',
  holidays: ['2026-12-25'],
  zone: 'contact',
  fallbackTimeZone: 'America/Toronto',
};
const at = (iso: string) => Date.parse(iso);
const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());
const zones = ['America/St_Johns', 'America/Halifax', 'America/Toronto', 'America/Regina', 'America/Vancouver'];

describe('a zone’s clock', () => {
  it('shows the local time, seasons included', () => {
    expect(localTime('America/Toronto', at('2026-03-08T06:59:00Z'))).toMatchObject({ minutes: 119, weekday: 'sun' });
    expect(localTime('America/Toronto', at('2026-03-08T07:00:00Z'))).toMatchObject({
      minutes: 180,
      date: '2026-03-08',
    });
    expect(localTime('America/St_Johns', at('2026-12-31T03:30:00Z'))).toMatchObject({ minutes: 0, date: '2026-12-31' });
  });

  it('is turned back into moments: what is skipped comes after the change, what comes twice is the first', () => {
    const day = Date.UTC(2026, 2, 8) / 86_400_000;
    expect(iso(momentOf('America/Toronto', day, 150))).toBe('2026-03-08T07:30:00.000Z');
    expect(iso(momentOf('America/Toronto', day, 540))).toBe('2026-03-08T13:00:00.000Z');
    const back = Date.UTC(2026, 10, 1) / 86_400_000;
    expect(iso(momentOf('America/Toronto', back, 90))).toBe('2026-11-01T05:30:00.000Z');
  });

  it('knows places, not offsets or abbreviations', () => {
    expect(['America/Halifax', 'UTC', 'Etc/GMT+3'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['EST5EDT', '+05:00', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([false, false, false, false]);
  });
});

describe('a calling window', () => {
  it('opens and closes by the clock of the contact', () => {
    const morning = at('2026-03-10T12:30:00Z');
    expect(windowAt(office, 'America/Halifax', morning)).toEqual({
      open: true,
      until: at('2026-03-10T23:00:00Z'),
      because: undefined,
    });
    const toronto = windowAt(office, 'America/Toronto', morning);
    expect([toronto.open, iso(toronto.until), toronto.because]).toEqual([
      false,
      '2026-03-10T13:00:00.000Z',
      'outside-window',
    ]);
  });

  it('is closed over weekends and holidays, and says why', () => {
    const friday = windowAt(office, 'America/Toronto', at('2026-12-25T18:00:00Z'));
    expect([friday.open, iso(friday.until), friday.because]).toEqual([false, '2026-12-28T14:00:00.000Z', 'holiday']);
    expect(windowAt(office, 'America/Toronto', at('2026-12-26T18:00:00Z')).because).toBe('day-off');
  });

  it('round the clock goes on until a day without calls', () => {
    const always = { ...office, windowStart: '00:00', windowEnd: '24:00' };
    expect(iso(windowAt(always, 'America/Toronto', at('2026-03-10T12:00:00Z')).until)).toBe('2026-03-14T04:00:00.000Z');
    const daily = { ...always, days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], holidays: [] } as const;
    expect(windowAt(daily, 'America/Toronto', at('2026-03-10T12:00:00Z'))).toMatchObject({
      open: true,
      until: undefined,
    });
  });

  it('never opens when no day is left', () => {
    expect(windowAt({ ...office, days: [] }, 'America/Toronto', at('2026-03-10T12:00:00Z'))).toMatchObject({
      open: false,
      until: undefined,
    });
  });

  it('is open exactly when the contact’s own clock says so, until exactly when it says', () => {
    const moment = fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z') });
    fc.assert(
      fc.property(moment, fc.constantFrom(...zones), (now, zone) => {
        const { open, until } = windowAt(office, zone, now);
        const shows = (ms: number) => {
          const { minutes, weekday, date } = localTime(zone, ms);
          const within = minutes >= minutesOf(office.windowStart) && minutes < minutesOf(office.windowEnd);
          return within && office.days.includes(weekday) && !office.holidays.includes(date);
        };
        expect(open).toBe(shows(now));
        if (until === undefined) throw new Error('it changes within the week');
        expect(until).toBeGreaterThan(now);
        expect(shows(until)).toBe(!open);
        expect(shows(until - 60_000)).toBe(until - 60_000 < now ? shows(until - 60_000) : open);
      }),
    );
  });
});
