import { findByData } from './find-element.ts';

/** The row of a table that Tab reaches. */
const TAB_STOP = '[role="grid"] tr[data-row][tabindex="0"]';

/** Whether the window shows a table whose rows take the focus. */
export function hasRows(root: ParentNode = document): boolean {
  return root.querySelector(TAB_STOP) !== null;
}

/**
 * Moves the focus to the next or the previous row of the table that has it; into the table when nothing of it has.
 * The table itself moves, as by its arrow keys.
 */
export function stepRow(key: 'ArrowDown' | 'ArrowUp', root: Document = document): void {
  const focused = root.activeElement?.closest<HTMLElement>('tr[data-row]') ?? undefined;
  if (focused === undefined) root.querySelector<HTMLElement>(TAB_STOP)?.focus();
  else focused.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** Gives the focus to a row, or to the one that Tab reaches where the row is not on screen. */
export function focusRow(id: string, root: Document = document): void {
  const row = findByData(root, 'row', id) ?? root.querySelector<HTMLElement>(TAB_STOP);
  row?.focus();
}

/** The id of the row that has the keyboard's focus. */
export function focusedRow(root: Document = document): string | undefined {
  return root.activeElement?.closest<HTMLElement>('tr[data-row]')?.dataset['row'];
}
