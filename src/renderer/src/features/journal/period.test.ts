import { expect, it } from 'vitest';
import { periodOf } from './period.ts';

it('goes from the first day to the end of the last, in this computer’s days', () => {
  expect(periodOf('2026-11-22', '2026-11-22')).toEqual({
    from: new Date(2026, 10, 22).getTime(),
    to: new Date(2026, 10, 23).getTime(),
  });
  // A day of 23 or 25 hours is a day.
  expect(periodOf('', '2026-11-01').to).toBe(new Date(2026, 10, 2).getTime());
  expect(periodOf('', '')).toEqual({});
  expect(periodOf('soon', '22-11-2026')).toEqual({});
});
