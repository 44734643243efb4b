import { CONTACT_FIELDS, type ColumnUse, uploadName } from '../../../../shared/models/manifest-columns.ts';
import { zoneOfNumber } from '../../../../shared/models/zones/zone-of-number.ts';
import type { CheckPlan } from '../check/check-plan.ts';
import type { TableBytes } from '../check/check-rows.ts';
import { MARK, type RowBook } from '../check/row-book.ts';
import { cellTexts } from '../rows/cells.ts';
import { readRows } from '../rows/read-rows.ts';
import { RowSplitter } from '../rows/split-rows.ts';
import { readZone } from '../zones/zone-names.ts';
import type { FixList } from './fix-list.ts';

/** A checked file: where it is, what its columns are, what became of its rows. */
export interface CheckedTable {
  readonly table: TableBytes;
  readonly uses: readonly ColumnUse[];
  readonly plan: CheckPlan;
  readonly book: RowBook;
  readonly fixes: FixList;
}

/** Columns of what is uploaded: the number first, then what the platform knows by name, then variables as in the file. */
export function outputColumns(uses: readonly ColumnUse[]): readonly string[] {
  const names = uses.map(uploadName).filter((name) => name !== undefined);
  const fields: readonly string[] = CONTACT_FIELDS;
  const known = fields.filter((field) => names.includes(field) || field === 'timeZone');
  return [...known, ...names.filter((name) => !fields.includes(name))];
}

/**
 * Goes through all rows of the file with their cells as they are after fixes.
 * @param visit is given the row from 0 and its cells; @param wanted which rows; @param goOn as in `readRows`
 * @returns false when `goOn` stopped it
 */
export function eachRow(
  { table, plan, book, fixes }: CheckedTable,
  wanted: (row: number) => boolean,
  visit: (row: number, cells: readonly string[]) => void,
  goOn: (position: number) => boolean | Promise<boolean>,
): Promise<boolean> {
  const splitter = new RowSplitter(table.delimiter);
  let row = -1;
  return readRows(table.source, table.from, splitter, {
    proceed: goOn,
    row(bytes) {
      row += 1;
      if (!wanted(row)) return;
      const cells = cellTexts(bytes, splitter);
      if (!book.has(row, MARK.edited)) return visit(row, cells);
      visit(row, fixes.apply(row, { cells, count: splitter.count, flaw: splitter.flaw }, plan).cells);
    },
  });
}

/** Turns cells of an accepted row into what is uploaded for it, in the order of `outputColumns`. */
export function outputRow({ uses }: CheckedTable): (number: number, cells: readonly string[]) => string[] {
  const places = outputColumns(uses).map((name) => uses.findIndex((use) => uploadName(use) === name));
  const zone = outputColumns(uses).indexOf('timeZone');
  return (number, cells) => {
    const values = places.map((column) => (cells[column] ?? '').trim());
    values[0] = `+${number}`;
    // What the number tells is sent too, so that the platform calls at the hours that the operator saw.
    values[zone] = readZone(values[zone] ?? '') ?? zoneOfNumber(number) ?? '';
    return values;
  };
}
