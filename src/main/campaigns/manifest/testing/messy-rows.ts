import fc from 'fast-check';
import { dialable } from './nasty-manifest.ts';

const phone = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }).map(dialable) },
  fc.constantFrom(
    '',
    ' ',
    '416-555-01',
    '(416) 555-0042',
    '4.1655501E+09',
    '4.165550142E+09',
    '="+14165550142"',
    '416-555-0142 x12',
    '416-555-0142 / 647-555-0143',
    '447911123456',
    'n/a',
    '416555.0',
    '+1 416 555 0007 ',
  ),
);
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Ann', 'Zoë', 'O’Neil', '😀') },
  fc.constantFrom(
    '',
    '=1+1',
    '-12',
    '-x',
    '@a',
    ' =2',
    'A\u0000',
    'B\ufffd',
    'x'.repeat(101),
    'a "b"',
    'c\nd',
    '\t=3',
    "'=4",
  ),
);
const zone = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('America/Toronto', 'America/Vancouver', '') },
  fc.constantFrom('America/Torono', 'EST', 'Mars', ' america/toronto '),
);
const balance = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('12.50', '-3', '7') },
  fc.constantFrom('', ' ', '+x', '=A1'),
);

/** A row of number, name, zone and balance, mostly right; sometimes with a cell too many or too few. */
export const messyRow: fc.Arbitrary<readonly string[]> = fc
  .tuple(phone, name, zone, balance, fc.constantFrom(4, 4, 4, 4, 4, 4, 3, 5, 1))
  .map(([...cells]) => {
    const width = cells.pop();
    const row = cells.map(String);
    return typeof width === 'number' && width > 4 ? [...row, 'more'] : row.slice(0, Number(width));
  });
