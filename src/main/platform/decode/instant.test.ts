import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from './instant.ts';

const parsed = (text: string) => {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
};

test('reads the usual spellings of an instant as the platform itself does', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
      (date) => {
        const text = date.toISOString();
        expect(instantOf(text)).toBe(date.getTime());
        expect(instantOf(`${text.slice(0, 19)}Z`)).toBe(Math.floor(date.getTime() / 1000) * 1000);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('agrees with the platform about whatever looks nearly like an instant', () => {
  const two = (max: number) => fc.integer({ min: 0, max }).map((number) => String(number).padStart(2, '0'));
  const mark = (usual: string) =>
    fc.oneof({ weight: 20, arbitrary: fc.constant(usual) }, fc.constantFrom(':', ' ', '5', 'x'));
  const text = fc
    .tuple(
      fc.oneof(
        fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
        fc.constantFrom('20-1', '+202'),
      ),
      mark('-'),
      two(14),
      mark('-'),
      two(33),
      mark('T'),
      two(25),
      mark(':'),
      two(61),
      mark(':'),
      two(61),
      fc.constantFrom('', '.000', '.5  ', '.12x', '.x12', '.1x2', '.999', ',123'),
      mark('Z'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (nearly) => {
      expect(instantOf(nearly)).toBe(parsed(nearly));
    }),
    { numRuns: 5_000 },
  );
});
