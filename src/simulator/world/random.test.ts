import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixSeed, Rng } from './random.ts';

describe('Rng', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const draw = (seed: number) => {
      const rng = new Rng(seed);
      return Array.from({ length: 20 }, () => rng.next());
    };
    expect(draw(42)).toEqual(draw(42));
    expect(draw(42)).not.toEqual(draw(43));
  });

  it('stays within its ranges whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, from, width) => {
        const rng = new Rng(seed);
        const whole = rng.int(from, from + width);
        expect(Number.isInteger(whole) && whole >= from && whole <= from + width).toBe(true);
        const next = rng.next();
        expect(next >= 0 && next < 1).toBe(true);
      }),
    );
  });

  it('picks in proportion to the weights and never what weighs nothing', () => {
    const rng = new Rng(7);
    const counts = { a: 0, b: 0, never: 0 };
    for (let i = 0; i < 4_000; i += 1)
      counts[rng.weighted(['a', 'never', 'b'] as const, (x) => ({ a: 3, b: 1, never: 0 })[x])] += 1;
    expect(counts.never).toBe(0);
    expect(counts.a / counts.b).toBeGreaterThan(2.6);
    expect(counts.a / counts.b).toBeLessThan(3.4);
  });

  it('refuses to pick from nothing', () => {
    expect(() => new Rng(1).pick([])).toThrow(RangeError);
    expect(() => new Rng(1).weighted([], () => 1)).toThrow(RangeError);
  });
});

describe('mixSeed', () => {
  it('tells its parts apart, their order and their borders', () => {
    const seeds = [mixSeed(1, 'ab'), mixSeed('ab', 1), mixSeed(1, 'a', 'b'), mixSeed('1a', 'b'), mixSeed(2, 'ab')];
    expect(new Set(seeds).size).toBe(seeds.length);
  });
});
