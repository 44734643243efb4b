import { expect, test, vi } from 'vitest';
import { createRowListeners } from './row-listeners.ts';

test('tells those who look at a row, and whenever the rows that are looked at become others', () => {
  const moved = vi.fn();
  const listeners = createRowListeners(moved);
  const [first, second] = [vi.fn(), vi.fn()];
  const leaveFirst = listeners.subscribe('a', first);
  const leaveSecond = listeners.subscribe('a', second);
  expect(moved).toHaveBeenCalledTimes(1);
  listeners.tell(['a', 'b']);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  leaveFirst();
  expect([...listeners.ids()]).toEqual(['a']);
  leaveSecond();
  expect([...listeners.ids()]).toEqual([]);
  expect(moved).toHaveBeenCalledTimes(2);
});

test('leaving twice takes nobody else away', () => {
  const listeners = createRowListeners();
  const leave = listeners.subscribe('a', () => undefined);
  leave();
  const later = vi.fn();
  listeners.subscribe('a', later);
  leave();
  listeners.tell(['a']);
  expect(later).toHaveBeenCalledOnce();
});
