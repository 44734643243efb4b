import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AttemptStore } from './attempt-store.ts';
import { DueCalendar } from './due-calendar.ts';
import { forecastEnd } from './forecast-end.ts';
import { PhoneIndex } from './phone-index.ts';
import { packPhone, phoneText } from './phone-number.ts';
import { SpeedMeter } from './speed.ts';

describe('the index of numbers', () => {
  it('holds what a map holds', () => {
    const phone = fc.integer({ min: 1, max: 60 }).map((i) => 14_165_550_000 + i * 7);
    const step = fc.tuple(fc.constantFrom('set', 'delete'), phone, fc.nat(1_000_000));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const index = new PhoneIndex();
        const map = new Map<number, number>();
        for (const [what, key, place] of steps) {
          if (what === 'set') {
            index.set(key, place);
            map.set(key, place);
          } else {
            index.delete(key);
            map.delete(key);
          }
        }
        expect(index.size).toBe(map.size);
        for (let i = 0; i <= 61; i += 1) {
          const key = 14_165_550_000 + i * 7;
          expect(index.get(key)).toBe(map.get(key));
        }
      }),
    );
  });

  it('takes numbers of the same exchange without ado', () => {
    const index = new PhoneIndex();
    for (let i = 0; i < 200_000; i += 1) index.set(14_165_550_000 + i, i);
    expect(index.size).toBe(200_000);
    expect(index.get(14_165_550_000 + 123_456)).toBe(123_456);
  });
});

describe('numbers', () => {
  it('are E.164, and of the North American plan where they begin with 1', () => {
    for (const good of ['+14165550123', '+33123456789', '+4930123456', '+999999999999999']) {
      expect(phoneText(packPhone(good) ?? 0)).toBe(good);
    }
    for (const bad of [
      '',
      '14165550123',
      '+1416555012',
      '+11165550123',
      '+14160550123',
      '+14169110123',
      '+0123456789',
      '+1 416 555 0123',
      '+1234567890123456',
      '1.4165E+10',
    ]) {
      expect([bad, packPhone(bad)]).toEqual([bad, undefined]);
    }
  });
});

describe('the calendar', () => {
  it('gives out everything once, in the order of time, never early', () => {
    const entries = fc.array(fc.integer({ min: 0, max: 50_000 }), { maxLength: 40 });
    fc.assert(
      fc.property(entries, fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 20 }), (times, steps) => {
        const calendar = new DueCalendar(0);
        for (const [place, at] of times.entries()) calendar.add(at, place);
        const given: number[] = [];
        let now = 0;
        for (const step of [...steps, 100_000]) {
          now += step;
          for (const place of calendar.take(now)) {
            expect(times[place]).toBeLessThanOrEqual(now);
            given.push(place);
          }
        }
        expect(given.toSorted((a, b) => a - b)).toEqual(times.map((_, place) => place));
        const seconds = given.map((place) => Math.max(1, Math.ceil((times[place] ?? 0) / 1_000)));
        expect(seconds).toEqual(seconds.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('attempts', () => {
  it('are told contact by contact, oldest first', () => {
    const attempts = new AttemptStore();
    const first = attempts.add(4, 0, 1_000, 7);
    attempts.end(first, 2_000, 'no-answer');
    attempts.add(5, 0, 1_500, 8);
    const second = attempts.add(4, first + 1, 3_000, 0);
    expect(attempts.disposition(second + 1)).toBe('no-answer');
    expect(attempts.chain(second + 1)).toEqual([
      { contact: 4, at: 1_000, endedAt: 2_000, disposition: 'no-answer', transcriptId: 'c-7', unreported: false },
      { contact: 4, at: 3_000, endedAt: undefined, disposition: undefined, transcriptId: undefined, unreported: false },
    ]);
  });
});

describe('speed', () => {
  it('is that of the last two minutes', () => {
    const speed = new SpeedMeter();
    expect(speed.perMinute(0)).toBe(0);
    for (let second = 0; second < 300; second += 5) speed.count(second * 1_000);
    expect(speed.perMinute(300_000)).toBeCloseTo(11, 0);
    expect(speed.perMinute(600_000)).toBe(0);
  });
});

describe('the end of the work', () => {
  const always = { open: true, until: undefined, because: undefined };
  it('is a matter of speed where windows are open', () => {
    expect(forecastEnd([{ calls: 120, windowAt: () => always }], 0, 60)).toBe(120_000);
    expect(forecastEnd([{ calls: 1, windowAt: () => always }], 0, 0)).toBeUndefined();
    expect(forecastEnd([], 5, 1)).toBe(5);
  });

  it('waits for windows, and serves the one that closes first', () => {
    const closesAt = (close: number, opens: number) => (at: number) =>
      at < close
        ? { open: true, until: close, because: undefined }
        : { open: at >= opens, until: at < opens ? opens : undefined, because: undefined };
    const early = { calls: 10, windowAt: closesAt(600_000, 3_600_000) };
    const late = { calls: 20, windowAt: closesAt(1_800_000, 7_200_000) };
    // Ten minutes for the one that closes first, the rest for the other: twenty minutes more.
    expect(forecastEnd([late, early], 0, 1)).toBe(1_800_000);
    const more = { calls: 15, windowAt: closesAt(600_000, 3_600_000) };
    expect(forecastEnd([more, late], 0, 1)).toBe(3_600_000 + 5 * 60_000);
    const never = { calls: 1, windowAt: () => ({ open: false, until: undefined, because: undefined }) };
    expect(forecastEnd([never], 0, 1)).toBeUndefined();
  });
});
