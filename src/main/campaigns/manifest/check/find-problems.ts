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
  readonly kind: RowReason;
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

/** Everything that is wrong with a row by itself. */
export function findProblems(row: RowText, plan: CheckPlan): RowVerdict {
  const { cells, count, flaw } = row;
  if (count <= Math.max(cells.length, plan.columns) && cells.every((cell) => cell.trim() === '')) {
    return { number: 0, problems: [{ kind: 'blank-row' }] };
  }
  const problems: Problem[] = [];
  if (flaw === FLAW.quote) problems.push({ kind: 'quote-not-closed' });
  const beyond = count > cells.length || cells.slice(plan.columns).some((cell) => cell.trim() !== '');
  if (count > plan.columns && beyond) problems.push({ kind: 'too-many-cells' });
  if (count < plan.columns) problems.push({ kind: 'too-few-cells' });

  const phone = (cells[plan.phone] ?? '').trim();
  let number = 0;
  if (phone === '') {
    // A row that ends before the number is cut short rather than without one.
    if (count > plan.phone) problems.unshift({ kind: 'no-number', column: plan.phone });
  } else if (isFormula(phone) && !phone.startsWith('+')) {
    problems.push(formulaProblem(plan.phone, phone));
  } else {
    const cell = readNumberCell(phone, plan.reader);
    if ('number' in cell) number = cell.number;
    else problems.push({ ...cell, column: plan.phone });
  }
  for (const column of plan.used) problems.push(...cellProblems((cells[column] ?? '').trim(), column, plan));
  return { number, problems };
}

function cellProblems(cell: string, column: number, plan: CheckPlan): readonly Problem[] {
  if (cell === '') return plan.required.includes(column) ? [{ kind: 'variable-missing', column }] : [];
  const problems: Problem[] = [];
  if (cell.includes(BROKEN)) {
    problems.push({ kind: 'broken-characters', column, suggestion: cell.replaceAll(BROKEN, '') });
  }
  if (hasControl(cell)) problems.push({ kind: 'control-characters', column, suggestion: withoutControl(cell) });
  if (column !== plan.phone && isFormula(cell)) problems.push(formulaProblem(column, cell));
  const limit = plan.limits[column] ?? 0;
  if (isLonger(cell, limit)) problems.push({ kind: 'cell-too-long', column, suggestion: cut(cell, limit) });
  if (column === plan.zone && readZone(cell) === undefined) {
    const suggestion = guessZone(cell, plan.country);
    problems.push({ kind: 'zone-unknown', column, ...(suggestion === undefined ? {} : { suggestion }) });
  }
  return problems;
}

const formulaProblem = (column: number, cell: string): Problem => ({
  kind: 'formula-cell',
  column,
  suggestion: withoutFormula(cell),
});

/** Characters are counted as people count them as far as a pair of surrogates is one. */
function isLonger(text: string, limit: number): boolean {
  return text.length > limit && (text.length > limit * 2 || Array.from(text).length > limit);
}

/** No more than twice the limit is looked at: a cell may have ten million characters. */
const cut = (text: string, limit: number): string =>
  Array.from(text.slice(0, limit * 2))
    .slice(0, limit)
    .join('')
    .trim();
