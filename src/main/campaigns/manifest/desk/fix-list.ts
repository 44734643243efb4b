import type { ManifestFix } from '../../../../shared/models/manifest-fix.ts';
import type { CheckPlan } from '../check/check-plan.ts';
import type { RowText } from '../check/find-problems.ts';
import { clearRow, editRow, repairRow, rezoneRow } from '../check/repair-row.ts';

/** A fix and the rows that it was for when it was made, ascending. */
export interface MadeFix {
  readonly fix: ManifestFix;
  readonly rows: Uint32Array;
}

/** What the operator did, in order, and what they took back. The file stays as it is: fixes are laid over it, row by row. */
export class FixList {
  readonly #made: MadeFix[] = [];
  #undone: MadeFix[] = [];

  get size(): number {
    return this.#made.length;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** What was taken back can no longer be brought again. */
  add(made: MadeFix): void {
    this.#made.push(made);
    this.#undone = [];
  }

  undo(): MadeFix | undefined {
    const last = this.#made.pop();
    if (last !== undefined) this.#undone.push(last);
    return last;
  }

  redo(): MadeFix | undefined {
    const last = this.#undone.pop();
    if (last !== undefined) this.#made.push(last);
    return last;
  }

  /** Whether some cell of the row may be another than in the file. */
  touches(row: number): boolean {
    return this.#made.some(({ fix, rows }) => changesCells(fix) && includes(rows, row));
  }

  /** The row as it is with all fixes. @param row from 0 */
  apply(row: number, text: RowText, plan: CheckPlan): RowText {
    let fixed = text;
    for (const { fix, rows } of this.#made) if (includes(rows, row)) fixed = applyFix(fixed, fix, plan);
    return fixed;
  }
}

/** Whether a fix changes what is in cells, rather than only what becomes of the row. */
export const changesCells = ({ kind }: ManifestFix): boolean =>
  kind === 'edit' || kind === 'repair' || kind === 'zone' || kind === 'clear' || kind === 'fill';

function applyFix(text: RowText, fix: ManifestFix, plan: CheckPlan): RowText {
  switch (fix.kind) {
    case 'edit':
      return editRow(text, fix.cells, plan);
    case 'zone':
      return rezoneRow(text, fix.from, fix.to, plan);
    case 'repair':
      return repairRow(text, fix.reason, plan);
    case 'clear':
      return clearRow(text, fix.reason, plan);
    case 'fill': {
      const { column, value } = fix;
      return (text.cells[column] ?? '').trim() === '' ? editRow(text, [{ column, value }], plan) : text;
    }
    default:
      return text;
  }
}

/** @param rows ascending */
function includes(rows: Uint32Array, row: number): boolean {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows[middle] ?? 0;
    if (found === row) return true;
    if (found < row) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
