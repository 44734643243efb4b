import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { cellText, readRow, writeRow } from './csv-rows.ts';

function readAll(text: string): string[][] {
  const file = Buffer.from(text);
  const rows: string[][] = [];
  for (let at = 0, row = readRow(file, 0); row !== undefined; at = row.next, row = readRow(file, at)) {
    rows.push(row.cells.map((cell) => cellText(file, cell)));
    expect(row.next).toBeGreaterThan(row.from);
  }
  return rows;
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('', 'a,b', '"', '""', 'two\nlines', 'cr\r\nlf', 'Éloïse', '🙂', ' spaced '),
);

it('reads back what was written, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (rows) => {
      expect(readAll(rows.map(writeRow).join(''))).toEqual(rows);
    }),
  );
});

it('reads what another parser reads', () => {
  const plain = fc.array(fc.constantFrom('a', 'é', ',', '"x"', '"y,""z"""', ';', ' '), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
      // Both agree on files whose quotes are in order; broken ones are told below.
      const text = lines
        .map((parts) => parts.filter((part) => part.length === 1 || parts.length === 1).join(''))
        .join(end);
      const peer = Papa.parse<string[]>(text, { newline: end, delimiter: ',' }).data;
      if (text.endsWith(end)) peer.pop();
      expect(readAll(text)).toEqual(text === '' ? [] : peer);
    }),
  );
});

it('ends lines by LF, CRLF and CR, and makes no row of the last one', () => {
  expect(readAll('a,b\r\nc\rd\n\ne,')).toEqual([['a', 'b'], ['c'], ['d'], [''], ['e', '']]);
});

it('tells a quoted cell that is not closed, and one that goes on after its quote', () => {
  expect(readRow(Buffer.from('"a,b\nc'), 0)).toMatchObject({ broken: true, next: 6 });
  expect(readRow(Buffer.from('"a"b,c\n'), 0)).toMatchObject({ broken: true, next: 7 });
  expect(readRow(Buffer.from('"a",c\n'), 0)).toMatchObject({ broken: false });
});
