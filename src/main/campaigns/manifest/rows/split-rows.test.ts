import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cellTexts } from './cells.ts';
import { FLAW, MOST_LINES_IN_CELL, RowSplitter } from './split-rows.ts';

interface Found {
  readonly cells: readonly string[];
  readonly flaw: number;
}

/** Splits a text as a reader of blocks would: at most `block` bytes more at a time. */
function split(text: string | Uint8Array, delimiter = ',', block = Number.POSITIVE_INFINITY): readonly Found[] {
  const bytes = Buffer.from(text);
  const splitter = new RowSplitter(delimiter.charCodeAt(0));
  const rows: Found[] = [];
  let at = 0;
  let to = 0;
  while (at < bytes.length) {
    to = Math.min(bytes.length, to + block);
    for (;;) {
      if (at >= to) break;
      const next = splitter.next(bytes, at, to, to === bytes.length);
      if (next < 0) break;
      rows.push({ cells: cellTexts(bytes, splitter), flaw: splitter.flaw });
      at = next;
    }
  }
  return rows;
}
const cells = (text: string, delimiter?: string) => split(text, delimiter).map((row) => row.cells);

const cell = fc.string({
  unit: fc.constantFrom('a', '1', '+', 'é', '😀', 'ع', ' ', ',', ';', '"', '\n', '\r\n', '\t'),
  maxLength: 8,
});
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));

describe('rows of a file', () => {
  it('are those that papaparse finds in a well-formed one', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (rows, delimiter, newline, quotes) => {
          const text = Papa.unparse(rows, { delimiter, newline, quotes }) + newline;
          // What follows the last line break is a row to papaparse.
          const expected = Papa.parse<string[]>(text, { delimiter, newline }).data.slice(0, -1);
          expect(expected).toEqual(rows);
          expect(cells(text, delimiter)).toEqual(expected);
        },
      ),
    );
  });

  it('are the same wherever the blocks end in which the file is read', () => {
    const messy = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', '\u0000', 'é'), maxLength: 60 });
    fc.assert(
      fc.property(messy, fc.integer({ min: 1, max: 7 }), (text, block) => {
        expect(split(text, ',', block)).toEqual(split(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('end with any line break, also mixed, and a last one opens no row', () => {
    expect(cells('a\nb\r\nc\rd')).toEqual([['a'], ['b'], ['c'], ['d']]);
    expect(cells('a\n')).toEqual([['a']]);
    expect(cells('a\n\n\nb')).toEqual([['a'], [''], [''], ['b']]);
    expect(cells('')).toEqual([]);
  });

  it('hold quotes, delimiters and line breaks inside of quotes', () => {
    expect(cells('"a ""b"", c\r\nd",e\n')).toEqual([['a "b", c\r\nd', 'e']]);
    expect(cells('"a" ,b')).toEqual([['a', 'b']]);
    expect(cells('a "b" c,5"')).toEqual([['a "b" c', '5"']]);
  });

  it.each([
    [
      'a quote that is never closed',
      'x,"y\n1,2\n',
      [
        ['x', '"y'],
        ['1', '2'],
      ],
    ],
    [
      'a quote closed in the middle of a cell',
      '"Bob" the builder,1\n"a",2\n',
      [
        ['"Bob" the builder', '1'],
        ['a', '2'],
      ],
    ],
    [
      'a stray quote before a quoted row',
      '"Bob,1\n"Alice",2\n3,4\n',
      [
        ['"Bob', '1'],
        ['Alice', '2'],
        ['3', '4'],
      ],
    ],
  ])('%s spoils its own line only', (_name, text, expected) => {
    const rows = split(text);
    expect(rows.map((row) => row.cells)).toEqual(expected);
    expect(rows.map((row) => row.flaw)).toEqual(expected.map((_, at) => (at === 0 ? FLAW.quote : FLAW.none)));
  });

  it('are not swallowed by an open quote in a long file', () => {
    const many = MOST_LINES_IN_CELL + 50;
    const rows = split(`"open,1\n${'a,2\n'.repeat(many)}end",3\n`);
    expect(rows).toHaveLength(many + 2);
    expect(rows.filter((row) => row.flaw === FLAW.quote)).toHaveLength(1);
  });

  it('are marked when they hold control characters', () => {
    expect(split('a\u0000b,c\nd,"e\u0007"\nf\tg,h').map((row) => row.flaw)).toEqual([FLAW.control, FLAW.control, 0]);
    expect(split('a\u0000b,c')[0]?.cells).toEqual(['a\u0000b', 'c']);
  });

  it('are read though a cell is not UTF-8', () => {
    expect(split(Buffer.from([0x61, 0xe9, 0x2c, 0x62]))[0]?.cells).toEqual(['a\ufffd', 'b']);
  });
});
