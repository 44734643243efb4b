import type { TableColumn } from './column.ts';

/** How the operator arranged the columns, by id. */
export interface ColumnArrangement {
  readonly order: readonly string[];
  readonly hidden: readonly string[];
  readonly widths: Readonly<Record<string, number>>;
}

export const NARROWEST = 30;
export const WIDEST = 1200;

/** The ids of all columns in the arranged order; those that the arrangement does not know keep theirs, behind the others. */
export function orderOfColumns(columns: readonly { readonly id: string }[], order: readonly string[]): string[] {
  const ids = columns.map(({ id }) => id);
  const known = order.filter((id) => ids.includes(id));
  return [...known, ...ids.filter((id) => !known.includes(id))];
}

/** The columns as arranged: in order, without the hidden (one always stays), with the chosen widths, which do not grow. */
export function arrangeColumns<T>(
  columns: readonly TableColumn<T>[],
  { order, hidden, widths }: ColumnArrangement,
): readonly TableColumn<T>[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const ordered = orderOfColumns(columns, order).flatMap((id) => byId.get(id) ?? []);
  const shown = ordered.filter(({ id }) => !hidden.includes(id));
  return (shown.length === 0 ? ordered.slice(0, 1) : shown).map((column) => {
    const width = widths[column.id];
    if (width === undefined) return column;
    const { grow: _, ...fixed } = column;
    return { ...fixed, width, fits: column.fits === true && width >= column.width };
  });
}

/** A width within what can be read and drawn. */
export function boundedWidth(width: number): number {
  return Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
}
