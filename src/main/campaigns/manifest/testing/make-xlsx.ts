import { makeZip, type ZipPart } from './make-zip.ts';

/** A cell: a text, a number, or XML for the inside of its `<c>`. */
export type XlsxCell = string | number | { readonly attributes?: string; readonly inner: string } | undefined;

export interface XlsxSheet {
  readonly name: string;
  readonly rows: readonly (readonly XlsxCell[])[];
  readonly state?: 'hidden';
  /** Numbers of rows, from 1, that are hidden. */
  readonly hiddenRows?: readonly number[];
}

export interface XlsxOptions {
  readonly sheets: readonly XlsxSheet[];
  /** Texts are kept in a part of their own, as Excel does, rather than in the cells. */
  readonly shared?: boolean;
  readonly from1904?: boolean;
  readonly extra?: readonly ZipPart[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** A workbook as Excel writes them. Style 1 is a date, style 2 a date with a format of its own. */
export function makeXlsx({ sheets, shared = false, from1904 = false, extra = [] }: XlsxOptions): Buffer {
  const texts: string[] = [];
  const cellXml = (cell: XlsxCell, reference: string): string => {
    if (cell === undefined) return '';
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (typeof cell === 'object') return `<c r="${reference}" ${cell.attributes ?? ''}>${cell.inner}</c>`;
    if (!shared) return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    const known = texts.indexOf(cell);
    const place = known >= 0 ? known : texts.push(cell) - 1;
    return `<c r="${reference}" t="s"><v>${place}</v></c>`;
  };
  const sheetXml = ({ rows, hiddenRows = [] }: XlsxSheet): string => {
    const body = rows.map((cells, at) => {
      const inner = cells.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join('');
      return inner === '' ? '' : `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${inner}</row>`;
    });
    return `<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${body.join('')}</sheetData></worksheet>`;
  };
  const parts = sheets.map((sheet, at) => ({ name: `xl/worksheets/sheet${at + 1}.xml`, content: sheetXml(sheet) }));
  const book = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}" ${state === undefined ? '' : `state="${state}"`} r:id="rId${at + 1}"/>`,
  );
  const relations = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${book.join('')}</sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relations.join('')}</Relationships>` },
    {
      name: 'xl/styles.xml',
      content:
        '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\-mmm\\-yy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    },
    ...parts,
    ...(shared
      ? [
          {
            name: 'xl/sharedStrings.xml',
            content: `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
          },
        ]
      : []),
    ...extra,
  ]);
}
