import { expect, it } from 'vitest';
import { afterEarlier, afterScroll, END_SLACK, FOLLOWING, unseen } from './stick.ts';

it('follows the end until scrolled up, then counts what comes, and follows again at the end', () => {
  expect(afterScroll(FOLLOWING, END_SLACK, 10)).toEqual(FOLLOWING);
  const away = afterScroll(FOLLOWING, 200, 10);
  expect(away.following).toBe(false);
  expect(unseen(away, 10)).toBe(0);
  const still = afterScroll(away, 400, 13);
  expect(unseen(still, 13)).toBe(3);
  expect(unseen(afterScroll(still, 0, 13), 13)).toBe(0);
});

it('does not count what was put before all others as news', () => {
  const away = afterScroll(FOLLOWING, 200, 10);
  expect(unseen(afterEarlier(away, 40), 50)).toBe(0);
  expect(unseen(afterEarlier(away, 40), 52)).toBe(2);
  expect(afterEarlier(FOLLOWING, 40)).toBe(FOLLOWING);
});
