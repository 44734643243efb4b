import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nestingOf } from './parse-document.ts';

/** The depth of a value, by walking it. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('counts the brackets of any JSON, whatever its texts hold', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[\\"{}[\]a]*$/));
  const { value } = fc.letrec((again) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      text,
      fc.integer(),
      fc.array(again('value'), { maxLength: 3 }),
      fc.dictionary(text, again('value'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      expect(nestingOf(JSON.stringify(any))).toBe(depthOf(any));
    }),
    { numRuns: 1_000 },
  );
});

test('comes to an end of texts that have none', () => {
  expect(nestingOf('["never ended [[[')).toBe(1);
  expect(nestingOf('["never ended \\"')).toBe(1);
});
