import type { ColumnMap } from './contact-details.ts';
import { type Cell, cellText, type Row } from './csv-rows.ts';
import { packPhone } from './phone-number.ts';
import type { RowErrorCode } from './row-errors.ts';
import { isTimeZone } from './zone-clock.ts';

const longestRow = 65_535;
const longestCell = 2_000;

/** Why a row is not taken in, and where it shows. */
export interface RowFault {
  readonly code: RowErrorCode;
  readonly column?: number;
  readonly cell?: Cell;
}
/** What a row that is in order says. */
export interface GoodRow {
  readonly phone: number;
  /** Undefined where the row names none. */
  readonly timeZone: string | undefined;
}

function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell.from === cell.to;
}

/**
 * Checks the rows of a manifest one by one, each by itself.
 *
 * @param required names of the variables that each row must have
 */
export function createRowCheck(
  file: Buffer,
  columns: ColumnMap,
  required: readonly string[],
): (row: Row) => GoodRow | RowFault {
  const needed = required.map((name) => columns.names.indexOf(name));
  // A million rows name a handful of zones.
  const zones = new Map<string, boolean>();
  const knows = (zone: string) => {
    const known = zones.get(zone) ?? isTimeZone(zone);
    if (zones.size < 1_000) zones.set(zone, known);
    return known;
  };

  return ({ cells, from, next, broken }) => {
    if (cells.every(isBlank)) return { code: 'empty-row' };
    if (broken) return { code: 'malformed-quotes' };
    if (cells.length > columns.names.length && !cells.slice(columns.names.length).every(isBlank)) {
      return { code: 'too-many-cells' };
    }
    const long = cells.findIndex((cell) => cell.to - cell.from > longestCell);
    if (long >= 0) return { code: 'too-long', column: long };
    if (next - from > longestRow) return { code: 'too-long' };
    const cell = cells[columns.phone];
    if (cell === undefined || isBlank(cell)) return { code: 'phone-missing', column: columns.phone };
    const phone = packPhone(file.toString('latin1', cell.from, cell.to));
    if (phone === undefined) return { code: 'phone-invalid', column: columns.phone, cell };
    const zoneCell = cells[columns.timeZone];
    const timeZone = zoneCell === undefined ? '' : cellText(file, zoneCell);
    if (zoneCell !== undefined && timeZone !== '' && !knows(timeZone)) {
      return { code: 'time-zone-unknown', column: columns.timeZone, cell: zoneCell };
    }
    const missing = needed.find((column) => isBlank(cells[column]));
    if (missing !== undefined) return { code: 'variable-missing', column: missing };
    return { phone, timeZone: timeZone === '' ? undefined : timeZone };
  };
}
