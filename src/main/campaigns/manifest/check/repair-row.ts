import type { Repairable } from '../../../../shared/models/manifest-fix.ts';
import { FLAW } from '../rows/split-rows.ts';
import type { CheckPlan } from './check-plan.ts';
import { findProblems, type RowText } from './find-problems.ts';

/** The row with all cells that are wrong in this way put right, as far as somebody can tell how. */
export function repairRow(row: RowText, reason: Repairable, plan: CheckPlan): RowText {
  if (reason === 'too-few-cells' || reason === 'too-many-cells') return asWideAs(row, plan.columns);
  if (reason === 'quote-not-closed') {
    return { ...row, flaw: FLAW.none, cells: row.cells.map(withoutStrayQuotes) };
  }
  return changeCells(row, reason, plan, (suggestion) => suggestion);
}

/** The row with the cells emptied that are wrong in this way. */
export const clearRow = (row: RowText, reason: Repairable, plan: CheckPlan): RowText =>
  changeCells(row, reason, plan, () => '');

/** The row with another time zone where it has exactly `from`. */
export function rezoneRow(row: RowText, from: string, to: string, plan: CheckPlan): RowText {
  return (row.cells[plan.zone] ?? '').trim() === from ? editRow(row, [{ column: plan.zone, value: to }], plan) : row;
}

/** The row with other values for some of its cells; it becomes as wide as it should be. */
export function editRow(
  row: RowText,
  cells: readonly { readonly column: number; readonly value: string }[],
  plan: CheckPlan,
): RowText {
  const wide = asWideAs(row, plan.columns);
  const edited = [...wide.cells];
  for (const { column, value } of cells) if (column < edited.length) edited[column] = value;
  return { ...wide, flaw: FLAW.none, cells: edited };
}

function changeCells(
  row: RowText,
  reason: Repairable,
  plan: CheckPlan,
  valueFor: (suggestion: string | undefined) => string | undefined,
): RowText {
  const cells = [...row.cells];
  for (const { kind, column, suggestion } of findProblems(row, plan).problems) {
    const value = kind === reason ? valueFor(suggestion) : undefined;
    if (column !== undefined && value !== undefined) cells[column] = value;
  }
  return { ...row, cells };
}

function asWideAs(row: RowText, columns: number): RowText {
  const cells = Array.from({ length: columns }, (_, column) => row.cells[column] ?? '');
  return { ...row, cells, count: columns };
}

const withoutStrayQuotes = (cell: string): string => cell.replace(/^"|"$/g, '').replaceAll('""', '"');
