import { describe, expect, it } from 'vitest';
import { arrangeColumns, boundedWidth, orderOfColumns } from './arrange-columns.ts';
import type { TableColumn } from './column.ts';

const column = (id: string): TableColumn<string> => ({
  id,
  title: id,
  width: 100,
  grow: 1,
  rank: 1,
  cell: (row) => row,
});
const columns = ['a', 'b', 'c'].map(column);

describe('arranged columns', () => {
  it('orders, hides and resizes', () => {
    const arranged = arrangeColumns(columns, { order: ['c', 'gone', 'a'], hidden: ['a'], widths: { c: 140 } });
    expect(arranged.map(({ id, width, grow }) => [id, width, grow])).toEqual([
      ['c', 140, undefined],
      ['b', 100, 1],
    ]);
  });

  it('trusts that a cell fits only at its own width or more', () => {
    const fitting = columns.map((one) => ({ ...one, fits: true }));
    const arranged = arrangeColumns(fitting, { order: [], hidden: [], widths: { a: 99, b: 100 } });
    expect(arranged.map(({ fits }) => fits)).toEqual([false, true, true]);
  });

  it('puts columns that the arrangement does not know behind the others', () => {
    expect(orderOfColumns(columns, ['b'])).toEqual(['b', 'a', 'c']);
  });

  it('never hides all', () => {
    const arranged = arrangeColumns(columns, { order: [], hidden: ['a', 'b', 'c'], widths: {} });
    expect(arranged.map(({ id }) => id)).toEqual(['a']);
  });

  it('keeps widths readable', () => {
    expect([boundedWidth(2), boundedWidth(99.6), boundedWidth(9999)]).toEqual([30, 100, 1200]);
  });
});
