import { MANIFEST_LIMITS } from '../../../../shared/models/manifest-limits.ts';
import type { RowReason } from '../../../../shared/models/manifest-reasons.ts';
import { cellTexts } from '../rows/cells.ts';
import { ABSENT, type NumberIndex } from '../rows/number-index.ts';
import { readRows } from '../rows/read-rows.ts';
import { RowSplitter } from '../rows/split-rows.ts';
import type { ByteSource } from '../source/byte-source.ts';
import { acceptRow } from './accept-row.ts';
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

export interface CheckHooks {
  /** Between blocks. @returns false to cancel */
  proceed(position: number): boolean | Promise<boolean>;
  /** A row that its own content keeps from being accepted. */
  onProblem(problem: Problem, cells: readonly string[]): void;
}

/**
 * Checks every row from the first to the last and enters it in the book.
 * @param barred numbers on the do-not-call list
 * @returns false when it was cancelled
 */
export async function checkRows(
  table: TableBytes,
  plan: CheckPlan,
  book: RowBook,
  barred: NumberIndex,
  hooks: CheckHooks,
): Promise<boolean> {
  const splitter = new RowSplitter(table.delimiter);
  const isBarred = (number: number): boolean => barred.get(number) !== ABSENT;
  const finished = await readRows(table.source, table.from, splitter, {
    proceed(position) {
      book.conclude();
      return hooks.proceed(position);
    },
    row(bytes, start, end, sound) {
      if (book.count >= MANIFEST_LIMITS.rows) {
        book.push(start, end, 0, 'row-limit');
        return;
      }
      const accepted = sound ? acceptRow(bytes, splitter, plan) : 0;
      if (accepted !== 0 && !isBarred(accepted)) {
        book.push(start, end, accepted, 'accepted');
        return;
      }
      const cells = cellTexts(bytes, splitter);
      const { number, problems } = findProblems({ cells, count: splitter.count, flaw: splitter.flaw }, plan, isBarred);
      const [first] = problems;
      if (first !== undefined) hooks.onProblem(first, cells);
      book.push(start, end, number, ownReason(problems));
    },
  });
  book.conclude();
  return finished;
}

/** What a row is counted by. */
export const ownReason = (problems: readonly Problem[]): RowReason => problems[0]?.reason ?? 'accepted';
