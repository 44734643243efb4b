import { makeXlsx } from './make-xlsx.ts';
import { makeZip } from './make-zip.ts';
import { accepts, counts, dialable, type NastyManifest, refuses } from './nasty-manifest.ts';

const [a, b, c] = [dialable(1), dialable(2), dialable(3)];
const header = ['phone', 'name'];
const formula = (code: string, value: string) => ({ attributes: 't="str"', inner: `<f>${code}</f><v>${value}</v>` });

/** A bomb: one part that unpacks to far more than anybody would write. @param told size that the archive claims */
function bomb(told?: number): Buffer {
  const content = `<worksheet><sheetData>${' '.repeat(80 << 20)}</sheetData></worksheet>`;
  const sheet = { name: 'xl/worksheets/sheet1.xml', content, ...(told === undefined ? {} : { toldSize: told }) };
  return makeZip([...shell(), sheet]);
}

const shell = () => [
  {
    name: 'xl/workbook.xml',
    content: '<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  },
];

/** Workbooks and what pretends to be one. */
export const NASTY_XLSX: readonly NastyManifest[] = [
  {
    name: 'a workbook with texts in the cells',
    content: makeXlsx({ sheets: [{ name: 'a', rows: [header, [a, 'Ann'], [b, 'Zoë & <Bob>']] }] }),
    expect: accepts(2),
  },
  {
    name: 'a workbook with shared texts',
    content: makeXlsx({ shared: true, sheets: [{ name: 'a', rows: [header, [a, 'Ann'], [b, 'Ann'], [a, 'Ann']] }] }),
    expect: counts({ accepted: 2, duplicate: 1 }),
  },
  {
    name: 'numbers as numbers',
    content: makeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            header,
            [4165550142, 'Ann'],
            [14165550143, 'Bob'],
            [{ inner: '<v>1.4165550144E10</v>' }, 'Cid'],
            [{ inner: '<v>4165550145.0</v>' }, 'Dee'],
          ],
        },
      ],
    }),
    expect: accepts(4),
  },
  {
    name: 'formula cells',
    content: makeXlsx({
      sheets: [
        { name: 'a', rows: [header, [a, formula('HYPERLINK("x")', 'Ann')], [formula('B1', b), 'Bob'], [c, 'Cid']] },
      ],
    }),
    expect: counts({ accepted: 1, invalid: 2 }),
    reasons: { 'formula-cell': 2 },
  },
  {
    name: 'rows and cells that the sheet leaves out',
    content: makeXlsx({
      sheets: [{ name: 'a', rows: [[...header, 'city'], [a, undefined, 'Oka'], [], [b, 'Bob'], [undefined, 'Cid']] }],
    }),
    expect: counts({ accepted: 2, empty: 2 }),
    reasons: { 'blank-row': 1, 'no-number': 1 },
  },
  {
    name: 'rows below the last contact that hold nothing',
    content: makeXlsx({
      sheets: [{ name: 'a', rows: [header, [a, 'Ann'], [undefined, { attributes: 's="1"', inner: '' }]] }],
    }),
    expect: accepts(1),
  },
  {
    name: 'hidden rows',
    content: makeXlsx({ sheets: [{ name: 'a', hiddenRows: [2], rows: [header, [a, 'Ann'], [b, 'Bob']] }] }),
    expect: accepts(2),
  },
  {
    name: 'a hidden sheet before the visible one',
    content: makeXlsx({
      sheets: [
        { name: 'old', state: 'hidden', rows: [header, ['x', 'y']] },
        { name: 'now', rows: [header, [a, 'Ann']] },
      ],
    }),
    expect: accepts(1),
  },
  {
    name: 'a sheet that is asked for',
    content: makeXlsx({
      sheets: [
        { name: 'one', rows: [header] },
        { name: 'two', rows: [header, [a, 'Ann'], [b, 'Bob']] },
      ],
    }),
    reading: { sheet: 'two' },
    expect: accepts(2),
  },
  {
    name: 'dates and truths',
    content: makeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['phone', 'due', 'paid'],
            [a, { attributes: 's="1"', inner: '<v>45983</v>' }, { attributes: 't="b"', inner: '<v>1</v>' }],
          ],
        },
      ],
    }),
    expect: accepts(1),
  },
  {
    name: 'cells with the errors of formulas',
    content: makeXlsx({
      sheets: [{ name: 'a', rows: [header, [{ attributes: 't="e"', inner: '<v>#N/A</v>' }, 'Ann'], [a, 'Bob']] }],
    }),
    expect: counts({ accepted: 1, invalid: 1 }),
    reasons: { 'not-a-number': 1 },
  },
  {
    name: 'an empty sheet',
    content: makeXlsx({ sheets: [{ name: 'a', rows: [] }] }),
    expect: refuses('manifest-mapping'),
  },
  { name: 'a zip bomb', content: bomb(), expect: refuses('manifest-zip-bomb') },
  { name: 'a zip bomb that tells a small size', content: bomb(1000), expect: refuses('manifest-workbook-broken') },
  {
    name: 'an archive that is no workbook',
    content: makeZip([{ name: 'word/document.xml', content: '<w/>' }]),
    expect: refuses('manifest-not-a-workbook'),
  },
  {
    name: 'half a workbook',
    content: makeXlsx({ sheets: [{ name: 'a', rows: [header, [a, 'Ann']] }] }).subarray(0, 600),
    expect: refuses('manifest-workbook-broken'),
  },
  {
    name: 'a workbook of broken XML',
    content: makeZip([
      ...shell(),
      { name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData><row><c><v>1</v></row>' },
    ]),
    expect: refuses('manifest-workbook-broken'),
  },
  {
    name: 'a workbook with entities of its own',
    content: makeZip([
      ...shell(),
      {
        name: 'xl/worksheets/sheet1.xml',
        content:
          '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
      },
    ]),
    expect: refuses('manifest-workbook-broken'),
  },
];
