import fc from 'fast-check';
import { expect, test } from 'vitest';
import { topSentiments } from './conversation.ts';
import { ALL_ASPECTS, aspectBit, aspectBits, feelingOf, ROW_ASPECTS } from './row-aspects.ts';

test('every aspect has a bit of its own, and all of them together are not yet “everything”', () => {
  expect(new Set(ROW_ASPECTS.map(aspectBit)).size).toBe(ROW_ASPECTS.length);
  expect(ROW_ASPECTS.map(aspectBit)).not.toContain(0);
  expect(aspectBits(ROW_ASPECTS)).not.toBe(ALL_ASPECTS);
});

test('the strongest feeling is the first of the top sentiments', () => {
  const sentiments = fc.array(
    fc.record({ name: fc.constantFrom('anger', 'joy', 'relief'), score: fc.constantFrom(0, 0.1, 0.11, 0.5, 1) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(sentiments, (all) => {
      expect(feelingOf({ sentiments: all })).toBe(topSentiments(all)[0]?.name);
    }),
  );
});
