/** Set before the value of a cell that a workbook computes; no text that people write begins with it. */
export const FORMULA_MARK = '\ue000';

/** What only numbers, amounts and telephone numbers are written with: `-12.50`, `+1 (416) 555-0123`, `-`. */
const HARMLESS = /^[+-][\d\s.,()%$€£-]*$/;

/**
 * Whether a spreadsheet would compute the cell rather than show it, or did so before it came here.
 * Leading spaces and quotes do not make it harmless.
 */
export function isFormula(text: string): boolean {
  const cell = text.trimStart();
  const first = cell[0];
  if (first === FORMULA_MARK || first === '=' || first === '@') return true;
  return (first === '+' || first === '-') && !HARMLESS.test(cell);
}

/** The cell as a text that nothing computes: the value where the workbook gave one, else without the signs that start a formula. */
export function withoutFormula(text: string): string {
  const cell = text.trim();
  if (cell.startsWith(FORMULA_MARK)) return withoutFormula(cell.slice(FORMULA_MARK.length));
  const asText = /^="((?:[^"]|"")*)"$/.exec(cell)?.[1];
  if (asText !== undefined) return withoutFormula(asText.replaceAll('""', '"'));
  return isFormula(cell) ? cell.replace(/^[=+\-@\s]+/, '') : cell;
}

/** A cell of an export that no spreadsheet computes: an apostrophe before what would start a formula. */
export function guarded(text: string): string {
  const cell = text.startsWith(FORMULA_MARK) ? text.slice(FORMULA_MARK.length) : text;
  return /^[\s]*[=+\-@]/.test(cell) && !HARMLESS.test(cell.trimStart()) ? `'${cell}` : cell;
}
