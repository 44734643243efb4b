import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useDrawn } from './use-drawn.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('waits for the frame that draws what comes first', () => {
  const { result, rerender } = renderHook(({ ready }) => useDrawn(ready), { initialProps: { ready: false } });
  act(() => vi.advanceTimersToNextFrame());
  expect(result.current).toBe(false);
  rerender({ ready: true });
  expect(result.current).toBe(false);
  act(() => vi.advanceTimersToNextFrame());
  act(() => vi.runAllTimers());
  expect(result.current).toBe(true);
  rerender({ ready: false });
  expect(result.current).toBe(true);
});

it('is not held up by what does not come', () => {
  const { result } = renderHook(() => useDrawn(false));
  act(() => vi.runAllTimers());
  expect(result.current).toBe(true);
});
