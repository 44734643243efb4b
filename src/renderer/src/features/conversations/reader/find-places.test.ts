import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TimelineItem } from '../parts.ts';
import { dipsOf, nextPlace, placesOf } from './find-places.ts';

const said = (text: string, role: 'customer' | 'ai' = 'customer', nth = 0): TimelineItem => ({
  kind: 'message',
  key: `m${nth}`,
  message: { id: `m${nth}`, role, text },
});

test('finds what was said without regard to case and accents', () => {
  const items = [said('Ma génératrice'), said('My GENERATOR'), said('Nothing')];
  expect(placesOf(items, 'generat')).toEqual([0, 1]);
  expect(placesOf(items, '  ')).toEqual([]);
});

test('finds where customers, and not the AI, sound unhappy, in both languages', () => {
  const items = [
    said('This is ridiculous'),
    said('This is ridiculous', 'ai'),
    said('C’est inacceptable'),
    said('Thank you'),
  ];
  expect(dipsOf(items)).toEqual([0, 2]);
});

test('goes by the sentiment that the instance tells, where it does: falls to what is low, once each', () => {
  const felt = (sentiment: number, text = 'This is ridiculous'): TimelineItem => {
    const item = { kind: 'message' as const, key: 'm' };
    return { ...item, message: { id: 'm', role: 'customer', text, sentiment } };
  };
  expect(dipsOf([felt(0.4), felt(-0.3, 'Fine'), felt(-0.35), felt(0.1), felt(-0.5)])).toEqual([1, 4]);
});

test('goes through all places and round, in either direction', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1 }), (some) => {
      const places = some.toSorted((a, b) => a - b);
      const seen = new Set<number>();
      let at: number | undefined;
      for (let step = 0; step < places.length; step += 1) {
        at = nextPlace(places, at, 1);
        if (at !== undefined) seen.add(at);
      }
      expect([...seen].toSorted((a, b) => a - b)).toEqual(places);
      expect(nextPlace(places, places[0], -1)).toBe(places.at(-1));
    }),
  );
  expect(nextPlace([], undefined, 1)).toBeUndefined();
});
