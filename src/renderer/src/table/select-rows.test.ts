import { describe, expect, it } from 'vitest';
import { NO_SELECTION, selectRange, toggleRow } from './select-rows.ts';

const order = ['a', 'b', 'c', 'd'];
const ids = (selection: { readonly ids: ReadonlySet<string> }) => [...selection.ids].sort();

describe('selecting rows', () => {
  it('adds and takes away', () => {
    const one = toggleRow(NO_SELECTION, 'b');
    expect(ids(one)).toEqual(['b']);
    expect(ids(toggleRow(one, 'b'))).toEqual([]);
  });

  it('takes a range from the anchor either way and keeps the rest', () => {
    const some = toggleRow(toggleRow(NO_SELECTION, 'a'), 'c');
    expect(ids(selectRange(some, 'd', order))).toEqual(['a', 'c', 'd']);
    expect(ids(selectRange(toggleRow(NO_SELECTION, 'c'), 'a', order))).toEqual(['a', 'b', 'c']);
  });

  it('selects the row alone where the anchor has left', () => {
    const gone = toggleRow(NO_SELECTION, 'gone');
    expect(ids(selectRange(gone, 'b', order))).toEqual(['b', 'gone']);
    expect(ids(selectRange(toggleRow(gone, 'b'), 'b', ['b']))).toContain('b');
  });
});
