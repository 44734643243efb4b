import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isDeeperThan } from './json.ts';

/** The depth of a value, by walking it. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

test('knows how deep any JSON is nested', () => {
  const { value } = fc.letrec((again) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.array(again('value'), { maxLength: 3 }),
      fc.dictionary(fc.string(), again('value'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(value, (any) => {
      const read: unknown = JSON.parse(JSON.stringify(any));
      const depth = depthOf(read);
      expect(isDeeperThan(read, depth)).toBe(false);
      if (depth > 0) expect(isDeeperThan(read, depth - 1)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['lists', '[', ']'],
  ['objects', '{"a":', '}'],
])('says so of a hundred thousand %s in each other, without running out of stack', (_what, open, close) => {
  const text = `${open.repeat(100_000)}1${close.repeat(100_000)}`;
  expect(isDeeperThan(JSON.parse(text), 100)).toBe(true);
});
