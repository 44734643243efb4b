import { expect, it } from 'vitest';
import { afterScroll, END_SLACK, FOLLOWING, unseen } from './stick.ts';

it('follows the end until scrolled up, then counts what comes, and follows again at the end', () => {
  expect(afterScroll(FOLLOWING, END_SLACK, 10)).toEqual(FOLLOWING);
  const away = afterScroll(FOLLOWING, 200, 10);
  expect(away.following).toBe(false);
  expect(unseen(away, 10)).toBe(0);
  const still = afterScroll(away, 400, 13);
  expect(unseen(still, 13)).toBe(3);
  expect(unseen(afterScroll(still, 0, 13), 13)).toBe(0);
});
