import { describe, expect, it } from 'vitest';
import type { WallLayout } from '../../../../shared/models/wall.ts';
import { wallLayout } from '../../../testing/fake-states.ts';
import { pickTiles } from './pick-tiles.ts';

interface Row {
  readonly id: string;
  readonly ended: boolean;
  readonly badness: number;
}
const layout = (change: Partial<WallLayout> = {}): WallLayout => ({ ...wallLayout, ...change });

function pick(badness: Readonly<Record<string, number>>, shown: readonly string[], change: Partial<WallLayout> = {}) {
  const rows = new Map<string, Row>(
    Object.entries(badness).map(([id, value]) => [id, { id, badness: Math.abs(value), ended: value < 0 }]),
  );
  return pickTiles(
    rows.values(),
    (id) => rows.get(id),
    layout(change),
    shown,
    (a, b) => b.badness - a.badness,
  );
}

describe('pickTiles', () => {
  const five = { a: 5, b: 4, c: 3, d: 2, e: 1 };
  it('shows the worst, worst first', () => expect(pick(five, [])).toEqual(['a', 'b', 'c', 'd']));
  it('keeps tiles in place while they trade ranks', () => {
    expect(pick({ ...five, e: 9 }, ['a', 'b', 'c', 'd'])).toEqual(['a', 'b', 'c', 'd']);
  });
  it('gives a place that became free to the worst not shown, and lets what is far behind go', () => {
    const many = { x: 9, y: 8, z: 7, a: 5, b: 4, c: 3, d: 2 };
    expect(pick(many, ['a', 'b', 'c', 'd'])).toEqual(['a', 'b', 'c', 'x']);
    expect(pick({ a: 5, c: 3, d: 2, e: 1 }, ['a', 'b', 'c', 'd'])).toEqual(['a', 'e', 'c', 'd']);
  });
  it('never shows an ended one, unless it is pinned', () => {
    expect(pick({ a: -9, b: 1 }, [])).toEqual(['b']);
    expect(pick({ a: -9, b: 1 }, [], { pinned: ['a'] })).toEqual(['a', 'b']);
  });
  it('puts pinned ones first and keeps the others that were shown', () => {
    expect(pick(five, ['a', 'b', 'c', 'd'], { pinned: ['e'] })).toEqual(['e', 'b', 'c', 'd']);
    expect(pick(five, [], { pinned: ['e', 'gone'], order: 'pinned' })).toEqual(['e']);
  });
  it('shows each at most once, whatever was shown before', () => {
    const picked = pick(five, ['a', 'a', 'e', 'b'], { pinned: ['a'] });
    expect(new Set(picked).size).toBe(picked.length);
  });
});
