import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ABSENT, NumberIndex } from './number-index.ts';

describe('an index of numbers', () => {
  it('holds what a Map would hold', () => {
    const number = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 999_999_999_999_999 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(number, fc.nat(1_000_000)), { maxLength: 200 }), number, (entries, other) => {
        const index = new NumberIndex(10);
        const map = new Map<number, number>();
        for (const [key, value] of entries) {
          expect(index.add(key, value)).toBe(map.get(key) ?? ABSENT);
          if (!map.has(key)) map.set(key, value);
        }
        expect(index.size).toBe(map.size);
        for (const [key, value] of map) expect(index.get(key)).toBe(value);
        expect(index.get(other)).toBe(map.get(other) ?? ABSENT);
        index.clear();
        expect([index.size, index.get(other)]).toEqual([0, ABSENT]);
      }),
    );
  });

  it('grows with what comes, numbers side by side included', () => {
    const index = new NumberIndex(10);
    for (let at = 0; at < 20_000; at += 1) index.add(14_165_550_000 + at, at);
    expect(index.size).toBe(20_000);
    for (let at = 0; at < 20_000; at += 999) expect(index.get(14_165_550_000 + at)).toBe(at);
  });
});
