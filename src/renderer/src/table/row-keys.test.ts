import { expect, it } from 'vitest';
import { rowAfterKey } from './row-keys.ts';

it('moves within the rows and ignores other keys', () => {
  expect(rowAfterKey('ArrowDown', 4, 10, 5)).toBe(5);
  expect(rowAfterKey('ArrowDown', 9, 10, 5)).toBe(9);
  expect(rowAfterKey('ArrowUp', 0, 10, 5)).toBe(0);
  expect(rowAfterKey('ArrowUp', 4, 10, 5)).toBe(3);
  expect(rowAfterKey('PageDown', 4, 10, 5)).toBe(8);
  expect(rowAfterKey('PageUp', 4, 10, 5)).toBe(0);
  expect(rowAfterKey('Home', 4, 10, 5)).toBe(0);
  expect(rowAfterKey('End', 4, 10, 5)).toBe(9);
  expect(rowAfterKey('x', 4, 10, 5)).toBeUndefined();
  expect(rowAfterKey('End', -1, 0, 5)).toBeUndefined();
});
