import { describe, expect, it, vi } from 'vitest';
import { createClock, drivenStart } from './clock.ts';

describe('a driven clock', () => {
  it('runs what falls due in order, each at its own moment, however the advance is sliced', () => {
    const run = (slices: readonly number[]) => {
      const clock = createClock('driven');
      const seen: [string, number][] = [];
      const note = (name: string) => () => seen.push([name, clock.now() - drivenStart]);
      clock.schedule(drivenStart + 50, note('late'));
      clock.schedule(drivenStart + 10, () => {
        note('early')();
        clock.schedule(clock.now() + 5, note('nested'));
      });
      for (const ms of slices) clock.advance(ms);
      return seen;
    };
    const expected = [
      ['early', 10],
      ['nested', 15],
      ['late', 50],
    ];
    expect(run([100])).toEqual(expected);
    expect(run([10, 4, 1, 30, 55])).toEqual(expected);
  });

  it('does not run what was cancelled, nor anything before it is advanced', () => {
    const clock = createClock('driven');
    const fn = vi.fn();
    const kept = vi.fn();
    clock.schedule(drivenStart - 1, kept);
    clock.schedule(drivenStart + 1, fn)();
    expect(kept).not.toHaveBeenCalled();
    clock.advance(5);
    expect(fn).not.toHaveBeenCalled();
    expect(kept).toHaveBeenCalledOnce();
  });

  it('refuses to go back, and to be advanced from within', () => {
    const clock = createClock('driven');
    expect(() => clock.advance(-1)).toThrow(RangeError);
    expect(() => clock.advance(Number.NaN)).toThrow(RangeError);
    let error: unknown;
    clock.schedule(drivenStart, () => {
      try {
        clock.advance(1);
      } catch (e) {
        error = e;
      }
    });
    clock.advance(1);
    expect(error).toBeInstanceOf(Error);
  });
});

describe('a real clock', () => {
  it("is the machine's, moved to the start that was asked for, and cannot be advanced", () => {
    vi.useFakeTimers({ now: 5_000 });
    try {
      const clock = createClock('real', 1_000_000);
      expect(clock.now()).toBe(1_000_000);
      const fn = vi.fn();
      const dropped = vi.fn();
      clock.schedule(1_000_030, fn);
      clock.schedule(1_000_030, dropped)();
      vi.advanceTimersByTime(29);
      expect(fn).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1);
      expect(fn).toHaveBeenCalledOnce();
      expect(dropped).not.toHaveBeenCalled();
      expect(clock.now()).toBe(1_000_030);
      expect(() => clock.advance(1)).toThrow(/driven/);
    } finally {
      vi.useRealTimers();
    }
  });
});
