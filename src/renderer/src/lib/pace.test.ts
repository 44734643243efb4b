import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from './pace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a pace', () => {
  it('runs a task somewhat after its time when no frame comes along', () => {
    const task = vi.fn();
    createPace(100, Date.now).frames(task);
    vi.advanceTimersByTime(139);
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task).toHaveBeenCalledOnce();
  });

  it('lets a task join a frame once it has waited its time, and then only there', () => {
    const pace = createPace(100, Date.now);
    const task = vi.fn();
    pace.frames(task);
    vi.advanceTimersByTime(99);
    pace.join();
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    pace.join();
    pace.join();
    vi.advanceTimersByTime(1_000);
    expect(task).toHaveBeenCalledOnce();
  });

  it('runs nothing that was called off', () => {
    const pace = createPace(100, Date.now);
    const task = vi.fn();
    pace.frames(task)();
    vi.advanceTimersByTime(120);
    pace.join();
    vi.advanceTimersByTime(100);
    expect(task).not.toHaveBeenCalled();
  });
});
