import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitColumns, gridTemplate, leastWidth } from './fit-columns.ts';

const column = (id: string, width: number, rank: number) => ({ id, width, rank });

describe('fit columns', () => {
  it('drops the highest rank first, the later of equals, and never rank 0', () => {
    const columns = [column('a', 100, 0), column('b', 100, 2), column('c', 100, 2), column('d', 100, 1)];
    const ids = (width: number) => fitColumns(columns, width).map(({ id }) => id);
    expect(ids(400)).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(399)).toEqual(['a', 'b', 'd']);
    expect(ids(200)).toEqual(['a', 'd']);
    expect(ids(10)).toEqual(['a']);
  });

  it('fits whenever anything that may leave has left', () => {
    const any = fc.record({ id: fc.uuid(), width: fc.integer({ min: 20, max: 300 }), rank: fc.nat(9) });
    fc.assert(
      fc.property(fc.array(any), fc.nat(2000), (columns, width) => {
        const kept = fitColumns(columns, width);
        expect(leastWidth(kept) <= width || kept.every(({ rank }) => rank === 0)).toBe(true);
      }),
    );
  });

  it('writes growing columns as fractions', () => {
    expect(
      gridTemplate([
        { id: 'a', width: 40, rank: 0 },
        { id: 'b', width: 90, grow: 1.5, rank: 0 },
      ]),
    ).toBe('40px minmax(90px, 1.5fr)');
  });
});
