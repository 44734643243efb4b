import fc from 'fast-check';
import { expect, it } from 'vitest';
import { instantText } from './instant-text.ts';

it('writes every instant as the calendar does, whatever came before', () => {
  const instant = fc.oneof(
    fc.double({ min: -8.64e15 + 60_000, max: 8.64e15, noNaN: true }),
    fc.integer({ min: 1_770_000_000_000, max: 1_770_000_300_000 }),
    fc.integer({ min: -300_000, max: 300_000 }),
  );
  fc.assert(
    fc.property(fc.array(instant, { minLength: 1, maxLength: 20 }), (all) => {
      expect(all.map(instantText)).toEqual(all.map((at) => new Date(at).toISOString()));
    }),
  );
  expect(() => instantText(Number.NaN)).toThrow(RangeError);
  expect(() => instantText(9e15)).toThrow(RangeError);
  expect(instantText(0)).toBe('1970-01-01T00:00:00.000Z');
});
