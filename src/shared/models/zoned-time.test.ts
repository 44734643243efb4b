import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { clockChanges, dateKey, instantAt, isKnownZone, localTime, offsetAt } from './zoned-time.ts';

const HOUR = 3_600_000;
const zone = fc.constantFrom(
  'America/Toronto',
  'America/St_Johns',
  'Pacific/Auckland',
  'Europe/Paris',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'UTC',
);
const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });

it('shows what the clocks of a zone show', () => {
  expect(localTime('America/St_Johns', Date.UTC(2026, 0, 1, 3, 29))).toEqual({
    year: 2025,
    month: 12,
    day: 31,
    hour: 23,
    minute: 59,
    weekday: 2,
  });
  expect(dateKey(localTime('Pacific/Auckland', Date.UTC(2026, 0, 1, 12)))).toBe('2026-01-02');
  expect(offsetAt('Nowhere/Land', 0)).toBe(0);
  expect(isKnownZone('Nowhere/Land')).toBe(false);
});

it('finds the instant of a time of day, and back', () => {
  void fc.assert(
    fc.property(zone, instant, (name, at) => {
      const there = localTime(name, at);
      const back = instantAt(name, there.year, there.month, there.day, there.hour * 60 + there.minute);
      expect(localTime(name, back)).toEqual(there);
      // The first of two equal readings, so never later than the instant itself.
      expect(back).toBeLessThanOrEqual(at);
      expect(at - back).toBeLessThan(2 * HOUR);
    }),
  );
});

it('is what the platform tells of any instant, in whatever order it is asked', () => {
  const zones = fc.constantFrom('Africa/Casablanca', 'Africa/Cairo', 'Asia/Gaza', 'America/St_Johns', 'Asia/Kathmandu');
  void fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(zone, zones), instant), { minLength: 1, maxLength: 30 }), (asked) => {
      for (const [timeZone, at] of asked) {
        const told = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
        const [, sign = '+', hours = '0', minutes = '0', seconds = '0'] =
          /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?/.exec(told.find(({ type }) => type === 'timeZoneName')?.value ?? '') ??
          [];
        const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
        expect(offsetAt(timeZone, at), `${timeZone} ${at}`).toBe(sign === '-' ? -ms : ms);
      }
    }),
  );
});

it('is not asked of the platform for each look: a year of days costs some two readings a week', () => {
  const reading = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts');
  const start = Date.UTC(2031, 0, 1);
  for (let day = 0; day < 365; day++)
    for (let hour = 0; hour < 24; hour++) offsetAt('Europe/Madrid', start + (day * 24 + hour) * HOUR);
  // 53 weeks, and each quarter of an hour that was asked for in the two that have a change.
  expect(reading.mock.calls.length).toBeLessThan(53 * 2 + 2 * 7 * 24);
  reading.mockRestore();
});

describe('where clocks change', () => {
  it('takes the first of a time that occurs twice', () => {
    expect(instantAt('America/Toronto', 2026, 11, 1, 90)).toBe(Date.UTC(2026, 10, 1, 5, 30));
  });

  it('takes a skipped time as far behind the change as it is ahead of the gap', () => {
    expect(instantAt('America/Toronto', 2026, 3, 8, 150)).toBe(Date.UTC(2026, 2, 8, 7, 30));
    expect(localTime('America/Toronto', Date.UTC(2026, 2, 8, 7, 30))).toMatchObject({ hour: 3, minute: 30 });
  });

  it('lists the changes of a span to the minute, and none where there are none', () => {
    expect(clockChanges('America/Toronto', Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1))).toEqual([
      { zone: 'America/Toronto', at: Date.UTC(2026, 2, 8, 7), by: HOUR },
      { zone: 'America/Toronto', at: Date.UTC(2026, 10, 1, 6), by: -HOUR },
    ]);
    expect(clockChanges('Australia/Lord_Howe', Date.UTC(2026, 3, 1), Date.UTC(2026, 4, 1))).toEqual([
      { zone: 'Australia/Lord_Howe', at: Date.UTC(2026, 3, 4, 15), by: -HOUR / 2 },
    ]);
    expect(clockChanges('Asia/Kolkata', Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1))).toEqual([]);
    expect(clockChanges('America/Toronto', Date.UTC(2026, 5, 1), Date.UTC(2026, 5, 1))).toEqual([]);
  });
});
