import type { NastyManifest } from './nasty-manifest.ts';
import { accepts, counts, dialable, refuses, repeat } from './nasty-manifest.ts';

const [a, b, c, d, e] = [dialable(1), dialable(2), dialable(3), dialable(4), dialable(5)];
const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

/** Files of text, each with what must be counted in it. Default country is Canada. */
export const NASTY_CSV: readonly NastyManifest[] = [
  // Encodings and byte order marks.
  { name: 'UTF-8 with a mark', content: `\ufeffphone,name\n${a},Élodie\n${b},Zoë\n`, expect: accepts(2) },
  {
    name: 'UTF-8 without a mark, accents in the last line only',
    content: `phone,name\n${a},x\n${b},Noël\n`,
    expect: accepts(2),
    encoding: 'utf-8',
  },
  {
    name: 'Latin-1',
    content: Buffer.from(`phone,name\n${a},Élodie\n${b},Noël\n`, 'latin1'),
    expect: accepts(2),
    encoding: 'windows-1252',
  },
  {
    name: 'Windows-1252 quotes and euro',
    content: Buffer.concat([Buffer.from(`phone,name\n${a},`), Buffer.from([0x93, 0x80, 0x94, 0x0a])]),
    expect: accepts(1),
    encoding: 'windows-1252',
  },
  {
    name: 'UTF-16 LE with a mark',
    content: Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(`phone\tname\r\n${a}\tÉlodie\r\n`, false)]),
    expect: accepts(1),
    encoding: 'utf-16le',
    delimiter: '\t',
  },
  {
    name: 'UTF-16 BE with a mark',
    content: Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(`phone,name\n${a},Zoë\n`, true)]),
    expect: accepts(1),
    encoding: 'utf-16be',
  },
  {
    name: 'UTF-16 LE without a mark',
    content: utf16(`phone,name\n${a},Zoe\n${b},Ann\n`, false),
    expect: accepts(2),
    encoding: 'utf-16le',
  },
  {
    name: 'UTF-16 BE without a mark',
    content: utf16(`phone,name\n${a},Zoe\n${b},Ann\n`, true),
    expect: accepts(2),
    encoding: 'utf-16be',
  },
  {
    name: 'UTF-16 cut in the middle of a character',
    content: Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(`phone,name\n${a},Zoe`, false), Buffer.from([0x41])]),
    expect: counts({ invalid: 1 }),
    reasons: { 'broken-characters': 1 },
  },
  { name: 'UTF-32', content: Buffer.from([0xff, 0xfe, 0, 0, 0x70, 0, 0, 0]), expect: refuses('manifest-binary') },
  {
    name: 'UTF-8 with one broken character',
    content: Buffer.concat([
      Buffer.from(`phone,name\n${a},Éé\n${b},Ann\n${c},B`),
      Buffer.from([0xe9]),
      Buffer.from(`b\n${d},Éloïse\n`),
    ]),
    expect: counts({ accepted: 3, invalid: 1 }),
    reasons: { 'broken-characters': 1 },
    encoding: 'utf-8',
  },
  {
    name: 'characters broken by another program',
    content: `phone,name\n${a},Andr\ufffd\n${b},Ann\n`,
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'broken-characters': 1 },
  },

  // Line ends, quotes, delimiters.
  { name: 'line ends of three kinds', content: `phone,name\r\n${a},x\n${b},y\r${c},z`, expect: accepts(3) },
  { name: 'old Macintosh line ends', content: `phone,name\r${a},x\r${b},y\r`, expect: accepts(2) },
  { name: 'no line end at the end', content: `phone\n${a}`, expect: accepts(1) },
  {
    name: 'a quote that is never closed',
    content: `phone,name\n${a},"Bob\n${b},Ann\n`,
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'quote-not-closed': 1 },
  },
  {
    name: 'a quote closed in the middle',
    content: `phone,name\n${a},"Bob" Smith\n${b},Ann\n`,
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'quote-not-closed': 1 },
  },
  {
    name: 'a quote that would swallow the file',
    content: `phone,name\n${a},"Bob\n${repeat(400, (n) => `${dialable(n + 10)},x\n`)}`,
    expect: counts({ accepted: 400, invalid: 1 }),
    reasons: { 'quote-not-closed': 1 },
  },
  { name: 'quotes inside of words', content: `phone,name\n${a},Bob "Bobby" Smith\n${b},6'2"\n`, expect: accepts(2) },
  {
    name: 'everything in quotes, with line breaks and doubled quotes',
    content: `"phone","name"\n"${a}","Bob ""B""\nSmith, Jr."\n"${b}","Ann"\n`,
    expect: accepts(2),
  },
  { name: 'spaces around quotes', content: `phone,name\n"${a}" ,Ann\n`, expect: accepts(1) },
  {
    name: 'semicolons with decimal commas',
    content: `phone;balance\n${a};12,50\n${b};7,25\n`,
    expect: accepts(2),
    delimiter: ';',
  },
  {
    name: 'a first line that names the delimiter',
    content: `sep=;\r\nphone;name\r\n${a};x, y, z\r\n`,
    expect: accepts(1),
    delimiter: ';',
  },
  { name: 'tabs', content: `phone\tname\n${a}\tAnn\n`, expect: accepts(1), delimiter: '\t' },
  { name: 'pipes', content: `phone|name\n${a}|Ann, B\n`, expect: accepts(1), delimiter: '|' },
  { name: 'trailing delimiters', content: `phone,name,,\n${a},x,,\n${b},y,,\n`, expect: accepts(2) },
  { name: 'trailing delimiters in the rows only', content: `phone,name\n${a},x,,\n${b},y\n`, expect: accepts(2) },
  { name: 'one column', content: `phone\n${a}\n${b}\n${a}\n`, expect: counts({ accepted: 2, duplicate: 1 }) },
  {
    name: 'one cell too many',
    content: `phone,name\n${a},Smith, Bob\n${b},Ann\n`,
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'too-many-cells': 1 },
  },
  {
    name: 'one cell too few',
    content: `phone,name,city\n${a},Ann\n${b},Bob,Oka\n`,
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'too-few-cells': 1 },
  },
  {
    name: 'a name broken over two lines without quotes',
    content: `phone,name,city\n${a},Ann\nSmith,Oka\n${b},Bob,Oka\n`,
    expect: counts({ accepted: 1, invalid: 2 }),
    reasons: { 'too-few-cells': 2 },
  },
  {
    name: 'NUL in a name',
    content: `phone,name\n${a},A\u0000nn\n${b},Bob\n`,
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'control-characters': 1 },
  },
  {
    name: 'NUL in a column that is not used',
    content: `phone,\n${a},\u0000\n`,
    expect: accepts(1),
    uses: [{ kind: 'field', field: 'phone' }, { kind: 'ignore' }],
  },
  {
    name: 'a bell in a number',
    content: `phone\n${a}\u0007\n`,
    expect: counts({ invalid: 1 }),
    reasons: { 'not-a-number': 1 },
  },

  // Headers and shape.
  { name: 'no header', content: `${a},Ann\n${b},Bob\n`, expect: accepts(2), headerRow: 0 },
  { name: 'no header and one row', content: `${a}`, expect: accepts(1), headerRow: 0 },
  { name: 'header only', content: 'phone,name\n', expect: accepts(0) },
  { name: 'header without line end', content: 'phone,name', expect: accepts(0) },
  {
    name: 'a title above the header',
    content: `Customers of November,,\n\nphone,name,city\n${a},Ann,Oka\n`,
    expect: accepts(1),
    headerRow: 3,
  },
  { name: 'the same header twice', content: `phone,note,note\n${a},x,y\n`, expect: accepts(1) },
  { name: 'two columns of numbers', content: `phone,mobile\n,${a}\n,${b}\n${c},${d}\n`, expect: accepts(3) },
  {
    name: 'headers in French',
    content: `Prénom;Nom de famille;Téléphone;Fuseau horaire\nZoë;Roy;${a};America/Toronto\n`,
    expect: accepts(1),
    delimiter: ';',
  },
  { name: 'numbers under a name that says nothing', content: `a,b\nx,${a}\ny,${b}\n`, expect: accepts(2) },
  { name: 'a header of 5,000 characters', content: `phone,${'x'.repeat(5000)}\n${a},y\n`, expect: accepts(1) },
  { name: 'empty', content: '', expect: refuses('manifest-empty') },
  { name: 'a mark and nothing else', content: '\ufeff', expect: refuses('manifest-mapping') },
  { name: 'line breaks only', content: '\n\n\r\n', expect: refuses('manifest-mapping') },
  {
    name: 'blank lines among the rows',
    content: `phone,name\n${a},x\n\n   \n${b},y\n\n`,
    expect: counts({ accepted: 2, empty: 3 }),
    reasons: { 'blank-row': 3 },
  },
  {
    name: 'rows of delimiters only',
    content: `phone,name\n,\n${a},x\n , \n`,
    expect: counts({ accepted: 1, empty: 2 }),
    reasons: { 'blank-row': 2 },
  },
  {
    name: 'rows without a number',
    content: `phone,name\n,Ann\n ,Bob\n${a},Cid\n`,
    expect: counts({ accepted: 1, empty: 2 }),
    reasons: { 'no-number': 2 },
  },
  {
    name: '500 columns',
    content: `${['phone', ...Array.from({ length: 499 }, (_, n) => `v${n}`)].join()}\n${[a, ...new Array<string>(499).fill('x')].join()}\n${b}${',y'.repeat(499)}\n`,
    expect: accepts(2),
  },
  {
    name: '501 columns',
    content: `${['phone', ...Array.from({ length: 500 }, (_, n) => `v${n}`)].join()}\n`,
    expect: refuses('manifest-too-many-columns'),
  },
  {
    name: 'a row of 3,000 cells',
    content: `phone,name\n${a}${',x'.repeat(2999)}\n${b},Ann\n`,
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'too-many-cells': 1 },
  },
  {
    name: 'a cell of 10 MB',
    content: `phone,name\n${a},"${'x'.repeat(10_000_000)}"\n${b},Ann\n`,
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'cell-too-long': 1 },
  },
  {
    name: 'a line of 2 MB without quotes',
    content: `phone,note\n${a},${'x '.repeat(1_000_000)}\n${b},y\n`,
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'cell-too-long': 1 },
  },
  {
    name: 'names of just the length and one more',
    content: `phone,firstName\n${a},${'é'.repeat(100)}\n${b},${'é'.repeat(101)}\n${c},${'😀'.repeat(100)}\n`,
    expect: counts({ accepted: 2, invalid: 1 }),
    reasons: { 'cell-too-long': 1 },
  },

  // Other kinds of files.
  {
    name: 'a picture',
    content: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
    expect: refuses('manifest-binary'),
  },
  {
    name: 'random bytes',
    content: Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 251)),
    expect: refuses('manifest-binary'),
  },
  {
    name: 'an old Excel file',
    content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
    expect: refuses('manifest-old-excel'),
  },
  {
    name: 'a page saved as a table',
    content: '<html><table><tr><td>phone</td></tr></table></html>',
    expect: refuses('manifest-not-a-table'),
  },
  { name: 'JSON', content: `[{"phone":"${a}"}]`, expect: refuses('manifest-not-a-table') },

  // Numbers.
  {
    name: 'scientific notation with lost digits',
    content: `phone\n4.1655501E+09\n4,1655501E+09\n${a}\n`,
    delimiter: ',',
    expect: counts({ accepted: 1, invalid: 2 }),
    reasons: { 'number-digits-lost': 1, 'too-many-cells': 1 },
  },
  {
    name: 'scientific notation with all digits',
    content: 'phone\n4.165550142E+09\n1.4165550143E10\n',
    expect: counts({ invalid: 2 }),
    reasons: { 'number-scientific': 2 },
  },
  {
    name: 'numbers that a program took for quantities',
    content: 'phone\n4165550142.0\n"4,165,550,143"\n+14165550144.00\n',
    expect: accepts(3),
  },
  {
    name: 'every way of writing a number',
    content:
      'phone\n(416) 555-0142\n416.555.0143\n1-416-555-0144\n+1 416 555 0145\n"\'4165550146"\n\u202a+1 416 555 0147\u202c\ntel:+14165550148\n(+1) 4165550149\n',
    expect: accepts(8),
  },
  {
    name: 'the same number in every way of writing',
    content: 'phone\n(416) 555-0142\n416.555.0142\n14165550142\n+1 416 555 0142\n4165550142.0\n',
    expect: counts({ accepted: 1, duplicate: 4 }),
  },
  { name: 'digits of other scripts', content: 'phone\n＋１４１６５５５０１４２\n+١٤١٦٥٥٥٠١٤٣\n', expect: accepts(2) },
  {
    name: 'numbers that are cut, long, or given to nobody',
    content: 'phone\n416-555-01\n416555014299\n+1 416 055 0142\n+999 5550142\n',
    expect: counts({ invalid: 4 }),
    reasons: { 'number-too-short': 1, 'number-too-long': 1, 'number-unassigned': 1, 'number-unknown-country': 1 },
  },
  {
    name: 'words for numbers',
    content: 'phone\nn/a\nunknown\n-\n1-800-FLOWERS\n',
    expect: counts({ invalid: 4 }),
    reasons: { 'not-a-number': 4 },
  },
  {
    name: 'two numbers in a cell',
    content: 'phone\n416-555-0142 / 647-555-0143\n"4165550144, 6475550145"\n',
    expect: counts({ invalid: 2 }),
    reasons: { 'number-several': 2 },
  },
  {
    name: 'extensions',
    content: 'phone\n416-555-0142 x12\n416-555-0143 poste 9\n(416) 555-0144 ext. 7\n',
    expect: counts({ invalid: 3 }),
    reasons: { 'number-with-extension': 3 },
  },
  {
    name: 'foreign numbers without a plus',
    content: 'phone\n447911123456\n0033142685300\n+447911123457\n',
    expect: counts({ accepted: 1, invalid: 2 }),
    reasons: { 'number-without-plus': 2 },
  },
  {
    name: 'more digits than E.164 allows',
    content: 'phone\n+4966434118512633\n',
    expect: counts({ invalid: 1 }),
    reasons: { 'number-too-long': 1 },
  },

  // Formulas, texts, zones, variables.
  {
    name: 'formulas',
    content: `phone,note\n${a},"=HYPERLINK(""http://example.test"")"\n${b},@SUM(A1)\n${c},+1+cmd|' /C calc'!A0\n${d},-12.50\n${e},- \n`,
    expect: counts({ accepted: 2, invalid: 3 }),
    reasons: { 'formula-cell': 3 },
  },
  {
    name: 'a number written as a formula',
    content: 'phone,name\n"=""+14165550142""",Ann\n',
    expect: counts({ invalid: 1 }),
    reasons: { 'formula-cell': 1 },
  },
  { name: 'emoji', content: `phone,name\n${a},😀 Ann 👩‍👩‍👧‍👦\n${b},🇨🇦\n`, expect: accepts(2) },
  { name: 'right to left', content: `phone,name\n${a},\u202bمحمد\u202c\n${b},שלום\n`, expect: accepts(2) },
  {
    name: 'zones, good and bad',
    content: `phone,timeZone\n${a},America/Toronto\n${b},america/vancouver\n${c},America/Torono\n${d},EST\n${e},\n`,
    expect: counts({ accepted: 3, invalid: 2 }),
    reasons: { 'zone-unknown': 2 },
  },
  {
    name: 'a variable that the campaign needs',
    content: `phone,balance\n${a},12\n${b},\n${c},  \n`,
    required: ['balance'],
    expect: counts({ accepted: 1, invalid: 2 }),
    reasons: { 'variable-missing': 2 },
  },
  {
    name: 'a needed variable without a column',
    content: `phone,name\n${a},x\n`,
    required: ['balance'],
    expect: refuses('manifest-mapping'),
  },
  {
    name: 'duplicates of what is not accepted',
    content: `phone,timeZone\n${a},Mars\n${a},\n${a},\n`,
    expect: counts({ accepted: 1, invalid: 1, duplicate: 1 }),
  },
];
