import { expect, it } from 'vitest';
import { CrashPause } from './crash-pause.ts';

it('reloads at once after one crash, ever later while it keeps crashing, and forgets with time', () => {
  const pause = new CrashPause();
  expect([0, 100, 2_000, 8_000, 40_000].map((at) => pause.next(at))).toEqual([0, 1_000, 5_000, 30_000, 30_000]);
  expect(pause.next(400_000)).toBe(0);
});
