import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoTime } from './iso-time.ts';

it('writes what Date writes, from 1970 to 9999', () => {
  const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: latest }), fc.nat(86_400_000), (at, later) => {
      expect(isoTime(at)).toBe(new Date(at).toISOString());
      // A second moment, often on the same day: the kept date must not leak into another one.
      const then = Math.min(at + later, latest);
      expect(isoTime(then)).toBe(new Date(then).toISOString());
    }),
  );
});
