import { setImmediate } from 'node:timers/promises';
import type { ManifestFix } from '../../../../shared/models/manifest-fix.ts';
import { ROW_REASONS } from '../../../../shared/models/manifest-reasons.ts';
import { ownReason } from '../check/check-rows.ts';
import { findProblems } from '../check/find-problems.ts';
import { MARK } from '../check/row-book.ts';
import { changesCells } from './fix-list.ts';
import type { CheckedTable } from './output-rows.ts';
import type { RowPages } from './row-pages.ts';

/** Rows that are judged anew before others get their turn. */
const AT_ONCE = 2000;

/** Rows that a fix is for, ascending. */
export function rowsForFix({ book, plan }: CheckedTable, fix: ManifestFix): Uint32Array {
  const listed = (rows: readonly number[]): Uint32Array =>
    Uint32Array.from(new Set(rows.filter((row) => row < book.count))).sort();
  switch (fix.kind) {
    case 'edit':
      return listed([fix.row]);
    case 'repair':
    case 'clear':
      return book.list([fix.reason], false);
    case 'zone': {
      const zone = plan.zoneCells.ofText(fix.from);
      return book.list(['zone-unknown'], false).filter((row) => book.zone(row) === zone);
    }
    case 'fill':
      return book.list(['variable-missing'], false);
    case 'leave-out':
      return listed(fix.rows).filter((row) => !book.has(row, MARK.settled) && !book.has(row, MARK.leftOut));
    case 'settle':
      return book.list(
        ROW_REASONS.filter((reason) => reason === fix.reason && reason !== 'accepted'),
        true,
      );
    case 'allow':
      return (fix.rows === undefined ? book.list(['duplicate-elsewhere'], false) : listed(fix.rows)).filter(
        (row) => !book.has(row, MARK.allowed),
      );
  }
}

/**
 * Judges the rows of a fix anew after it was made or taken back; comparing all rows with each other is left to the caller.
 * @param made false after it was taken back
 */
export async function judgeFix(
  checked: CheckedTable,
  pages: RowPages,
  fix: ManifestFix,
  rows: Uint32Array,
  made: boolean,
): Promise<void> {
  const { book } = checked;
  if (changesCells(fix)) return judgeCells(checked, pages, rows);
  for (const row of rows) {
    if (fix.kind === 'leave-out') {
      // A row that is accepted is taken out; one that is out already is only put aside.
      const out = made ? book.reason(row) === 'accepted' : book.has(row, MARK.leftOut);
      book.setMark(row, out ? MARK.leftOut : MARK.settled, made);
    } else book.setMark(row, fix.kind === 'settle' ? MARK.settled : MARK.allowed, made);
  }
}

async function judgeCells({ book, plan, fixes }: CheckedTable, pages: RowPages, rows: Uint32Array): Promise<void> {
  for (const [at, row] of rows.entries()) {
    const text = await pages.text(row);
    const { number, problems } = findProblems(text, plan);
    const zone = plan.zone < 0 ? 0 : plan.zoneCells.ofText(text.cells[plan.zone] ?? '');
    book.revise(row, number, ownReason(problems), zone);
    book.setMark(row, MARK.edited, fixes.touches(row));
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
}
