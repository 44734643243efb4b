import { MANIFEST_LIMITS } from '../../../../shared/models/manifest-limits.ts';
import { FORMULA_MARK } from '../check/formula.ts';
import { columnOf, dateText, numberText } from './cell-value.ts';
import type { Zip } from './open-zip.ts';
import { readXml } from './read-xml.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** Most bytes that a sheet unpacks to: a million rows of a dozen cells take half of it. */
const SHEET = 2_000_000_000;

export interface SheetVisitor {
  /** Cells from the first column on. Rows that the sheet leaves out are empty ones, up to the last that has anything. */
  row(cells: readonly string[]): void;
  /** Between pieces. @returns false to stop */
  proceed(unpacked: number): boolean | Promise<boolean>;
}

/**
 * Reads the values of one sheet. What a formula computes is marked with FORMULA_MARK.
 * @returns how many rows with cells are hidden, or undefined when it was stopped
 */
export async function readSheet(
  zip: Zip,
  book: Workbook,
  sheet: Sheet,
  visitor: SheetVisitor,
): Promise<number | undefined> {
  let cells: string[] = [];
  let rowNumber = 0;
  let written = 0;
  let hidden = 0;
  let isHidden = false;
  let column = -1;
  let type = '';
  let style = 0;
  let formula = false;
  let value = '';
  let taking = false;
  let unpacked = 0;

  const endCell = (): void => {
    if (column < 0 || column >= MANIFEST_LIMITS.columns + 1) return;
    const text = cellValue(book, type, style, value);
    if (text === '' && !formula) return;
    while (cells.length < column) cells.push('');
    cells[column] = formula ? FORMULA_MARK + text : text;
  };
  const endRow = (): void => {
    if (cells.length === 0) return;
    for (; written < rowNumber - 1; written += 1) visitor.row([]);
    visitor.row(cells);
    written += 1;
    if (isHidden) hidden += 1;
  };

  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of zip.read(sheet.part, SHEET)) {
      unpacked += piece.length;
      yield piece;
    }
  }
  const finished = await readXml(
    counted(),
    {
      open(name, attributes) {
        if (name === 'row') {
          cells = [];
          rowNumber = Number(attributes['r'] ?? rowNumber + 1);
          isHidden = attributes['hidden'] === '1';
          column = -1;
        } else if (name === 'c') {
          column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
          type = attributes['t'] ?? 'n';
          style = Number(attributes['s'] ?? 0);
          formula = false;
          value = '';
        } else if (name === 'f') formula = true;
        else if (name === 'v' || name === 't') taking = true;
        else if (name === 'rPh') taking = false;
      },
      text(part) {
        if (taking) value += part;
      },
      close(name) {
        if (name === 'v' || name === 't') taking = false;
        else if (name === 'c') endCell();
        else if (name === 'row') endRow();
      },
    },
    () => visitor.proceed(unpacked),
  );
  return finished ? hidden : undefined;
}

function cellValue(book: Workbook, type: string, style: number, raw: string): string {
  if (type === 's') return book.sharedTexts[Number(raw)] ?? '';
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || raw === '') return raw;
  return book.dateStyles[style] === true ? dateText(raw, book.from1904) : numberText(raw);
}
