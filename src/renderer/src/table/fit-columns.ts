import type { TableColumn } from './column.ts';

type Measures = Pick<TableColumn<never>, 'id' | 'width' | 'grow' | 'rank'>;

/** The columns that fit a width, in their order: those with the highest rank leave first, rank 0 never. */
export function fitColumns<C extends Measures>(columns: readonly C[], width: number): readonly C[] {
  const leaving = columns
    .map((column, at) => ({ column, at }))
    .filter(({ column }) => column.rank > 0)
    .sort((a, b) => b.column.rank - a.column.rank || b.at - a.at)
    .map(({ column }) => column);
  const gone = new Set<C>();
  let needed = leastWidth(columns);
  for (const column of leaving) {
    if (needed <= width) break;
    gone.add(column);
    needed -= column.width;
  }
  return columns.filter((column) => !gone.has(column));
}

/** The width below which columns would be cut. */
export function leastWidth(columns: readonly Measures[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}

/** The columns as a CSS grid template. */
export function gridTemplate(columns: readonly Measures[]): string {
  return columns
    .map(({ width, grow }) => (grow === undefined ? `${width}px` : `minmax(${width}px, ${grow}fr)`))
    .join(' ');
}
