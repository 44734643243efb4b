import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SequenceTracker } from './sequence-tracker.ts';

test('whatever the order and however often, it knows exactly what is missing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 })), fc.integer({ min: 0, max: 20 }), (numbers, start) => {
      const tracker = new SequenceTracker();
      tracker.reset(start);
      const seen = new Set<number>();
      for (const number of numbers) {
        const expected = number <= start ? 'old' : seen.has(number) ? 'duplicate' : 'new';
        expect(tracker.accept(number)).toBe(expected);
        seen.add(number);
      }
      let last = start;
      while (seen.has(last + 1)) last++;
      expect(tracker.last).toBe(last);
      expect(tracker.missing).toBe(Math.max(start, ...numbers) > last);
      expect(tracker.ahead).toBe([...seen].filter((number) => number > last).length);
    }),
  );
});

test('a heartbeat tells of events that never came', () => {
  const tracker = new SequenceTracker();
  tracker.accept(5);
  tracker.note(7);
  expect(tracker.missing).toBe(true);
  expect(tracker.skip()).toBe(7);
  expect(tracker.missing).toBe(false);
  expect(tracker.accept(6)).toBe('old');
  expect(tracker.accept(8)).toBe('new');
});

test('a snapshot closes the holes below it and keeps those above', () => {
  const tracker = new SequenceTracker();
  tracker.reset(10);
  for (const number of [12, 14, 17]) tracker.accept(number);
  tracker.cover(13);
  expect(tracker.last).toBe(14);
  expect(tracker.missing).toBe(true);
  expect(tracker.accept(13)).toBe('old');
  expect(tracker.accept(14)).toBe('duplicate');
});
