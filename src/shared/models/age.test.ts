import { expect, test } from 'vitest';
import { dataAge } from './age.ts';

test('a quiet row is as young as the hub’s last proof', () => {
  expect(dataAge(1_000, { lastHeardAt: 9_000 }, 10_000)).toBe(1_000);
});

test('a row that was re-read after the hub broke off is younger than the hub', () => {
  expect(dataAge(9_500, { lastHeardAt: 9_000 }, 10_000)).toBe(500);
});

test('without a hub the row’s own time counts, and a clock set back gives zero', () => {
  expect(dataAge(4_000, undefined, 10_000)).toBe(6_000);
  expect(dataAge(4_000, {}, 3_000)).toBe(0);
});
