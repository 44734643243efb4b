import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDocumentOrder, keepPlaces } from './document-order.ts';

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 10 });

it('keeps who was there in place and puts each newcomer after the one it follows', () => {
  expect(keepPlaces(['a', 'b', 'c'], ['c', 'x', 'a', 'b'])).toEqual(['a', 'b', 'c', 'x']);
  expect(keepPlaces(['a', 'b', 'c'], ['x', 'y', 'b', 'z'])).toEqual(['x', 'y', 'b', 'z']);
  fc.assert(
    fc.property(ids, ids, (before, now) => {
      const kept = keepPlaces(before, now);
      expect(kept.toSorted()).toEqual(now.toSorted());
      const stayed = before.filter((id) => now.includes(id));
      expect(kept.filter((id) => before.includes(id))).toEqual(stayed);
    }),
  );
});

it('follows at once after a calm moment, else once in two seconds', () => {
  let now = 5_000;
  const places = createDocumentOrder(() => now);
  expect(places(['a', 'b', 'c'])).toEqual({ order: ['a', 'b', 'c'], settled: true });
  expect(places(['b', 'a', 'c'])).toEqual({ order: ['b', 'a', 'c'], settled: true });
  now += 800;
  expect(places(['c', 'b', 'a'])).toEqual({ order: ['b', 'a', 'c'], settled: false });
  now += 1_000;
  expect(places(['c', 'd', 'a', 'b'])).toEqual({ order: ['b', 'a', 'c', 'd'], settled: false });
  now += 200;
  expect(places(['c', 'd', 'a', 'b'])).toEqual({ order: ['c', 'd', 'a', 'b'], settled: true });
});

it('is settled when what is seen has come back to it', () => {
  let now = 0;
  const places = createDocumentOrder(() => now);
  places(['a', 'b']);
  places(['b', 'a']);
  now += 10;
  expect(places(['a', 'b']).settled).toBe(false);
  expect(places(['b', 'a']).settled).toBe(true);
});
