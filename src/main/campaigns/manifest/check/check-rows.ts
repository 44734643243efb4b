import { MANIFEST_LIMITS } from '../../../../shared/models/manifest-limits.ts';
import type { RowReason } from '../../../../shared/models/manifest-reasons.ts';
import { cellTexts } from '../rows/cells.ts';
import { readRows } from '../rows/read-rows.ts';
import { RowSplitter } from '../rows/split-rows.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { acceptRow, zoneOfRow } from './accept-row.ts';
import type { CheckPlan } from './check-plan.ts';
import { findProblems, type Problem } from './find-problems.ts';
import type { RowBook } from './row-book.ts';

export interface TableBytes {
  readonly source: ByteSource;
  /** Where the first row of contacts begins, behind mark and header. */
  readonly from: number;
  /** ASCII byte. */
  readonly delimiter: number;
}

/**
 * Checks every row from the first to the last and enters it in the book.
 * @param goOn called between blocks with the bytes that are done. @returns false when `goOn` cancelled it
 */
export async function checkRows(
  table: TableBytes,
  plan: CheckPlan,
  book: RowBook,
  goOn: (position: number) => boolean | Promise<boolean>,
): Promise<boolean> {
  const splitter = new RowSplitter(table.delimiter);
  const finished = await readRows(table.source, table.from, splitter, {
    proceed(position) {
      book.conclude();
      return goOn(position);
    },
    row(bytes, start, end, sound) {
      if (book.count >= MANIFEST_LIMITS.rows) {
        book.push(start, end, 0, 'row-limit', 0);
        return;
      }
      const zone = zoneOfRow(bytes, splitter, plan);
      const accepted = sound ? acceptRow(bytes, splitter, plan, zone) : 0;
      if (accepted !== 0) {
        book.push(start, end, accepted, 'accepted', zone);
        return;
      }
      const cells = cellTexts(bytes, splitter);
      const { number, problems } = findProblems({ cells, count: splitter.count, flaw: splitter.flaw }, plan);
      book.push(start, end, number, ownReason(problems), zone);
    },
  });
  book.conclude();
  return finished;
}

/** What a row is counted by. */
export const ownReason = (problems: readonly Problem[]): RowReason => problems[0]?.kind ?? 'accepted';
