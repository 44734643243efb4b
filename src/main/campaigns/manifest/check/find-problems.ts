import type { RowReason } from '../../../../shared/models/manifest-reasons.ts';
import { FLAW } from '../rows/split-rows.ts';
import { guessZone, readZone } from '../zones/zone-names.ts';
import type { CheckPlan } from './check-plan.ts';
import { hasControl, withoutControl } from './control-characters.ts';
import { isFormula, withoutFormula } from './formula.ts';
import { readNumberCell } from './number-cell.ts';

/** A row as text. */
export interface RowText {
  /** Cells as in the file; more or fewer than there are columns where the row is so. */
  readonly cells: readonly string[];
  /** How many cells the row has; more than `cells` holds where those beyond are not kept. */
  readonly count: number;
  /** FLAW of split-rows. */
  readonly flaw: number;
}

export interface Problem {
  readonly reason: RowReason;
  /** Absent for what concerns the row as a whole. */
  readonly column?: number;
  /** What the cell was probably meant to hold. */
  readonly suggestion?: string;
}

export interface RowVerdict {
  /** E.164 digits as a number; 0 when the row has none. */
  readonly number: number;
  /** The first is the one that the row is counted by; none: nothing in the row itself keeps it from being accepted. */
  readonly problems: readonly Problem[];
}

const BROKEN = '\ufffd';

/**
 * Everything that is wrong with a row by itself.
 * @param isBarred whether a number is on the do-not-call list
 */
export function findProblems(row: RowText, plan: CheckPlan, isBarred: (number: number) => boolean): RowVerdict {
  const { cells, count } = row;
  if (row.cells.every((cell) => cell.trim() === '') && count <= Math.max(cells.length, plan.columns)) {
    return { number: 0, problems: [{ reason: 'blank-row' }] };
  }
  const problems: Problem[] = [];
  if (row.flaw === FLAW.quote) problems.push({ reason: 'quote-not-closed' });
  const beyond = count > cells.length || cells.slice(plan.columns).some((cell) => cell.trim() !== '');
  if (count > plan.columns && beyond) problems.push({ reason: 'too-many-cells' });
  if (count < plan.columns) problems.push({ reason: 'too-few-cells' });

  const phone = (cells[plan.phone] ?? '').trim();
  let number = 0;
  if (phone === '') {
    // A row that ends before the number is cut short rather than without one.
    if (count > plan.phone) problems.unshift({ reason: 'no-number', column: plan.phone });
  } else if (isFormula(phone) && !phone.startsWith('+')) problems.push(formulaProblem(plan.phone, phone));
  else {
    const cell = readNumberCell(phone, plan.reader);
    if ('number' in cell) {
      number = cell.number;
      if (isBarred(number)) problems.push({ reason: 'do-not-call', column: plan.phone });
    } else problems.push({ ...cell, column: plan.phone });
  }
  for (const column of plan.used) problems.push(...cellProblems((cells[column] ?? '').trim(), column, plan));
  return { number, problems };
}

function cellProblems(cell: string, column: number, plan: CheckPlan): readonly Problem[] {
  if (cell === '') return plan.required.includes(column) ? [{ reason: 'variable-missing', column }] : [];
  const problems: Problem[] = [];
  if (cell.includes(BROKEN)) problems.push({ reason: 'broken-characters', column });
  if (hasControl(cell)) problems.push({ reason: 'control-characters', column, suggestion: withoutControl(cell) });
  if (column !== plan.phone && isFormula(cell)) problems.push(formulaProblem(column, cell));
  const limit = plan.limits[column] ?? 0;
  if (cell.length > limit && (cell.length > limit * 2 || Array.from(cell).length > limit)) {
    problems.push({ reason: 'cell-too-long', column });
  }
  if (column === plan.zone && readZone(cell) === undefined) {
    const suggestion = guessZone(cell, plan.country);
    problems.push({ reason: 'zone-unknown', column, ...(suggestion === undefined ? {} : { suggestion }) });
  }
  return problems;
}

const formulaProblem = (column: number, cell: string): Problem => ({
  reason: 'formula-cell',
  column,
  suggestion: withoutFormula(cell),
});
