import { type ReactNode, useCallback, useSyncExternalStore } from 'react';
import type { OrderSource, RowSource, TableColumn } from './column.ts';
import { useRowCells } from './row-cells.tsx';

/** What the owner of a table says about a row: read by style and by assistive technology. */
export interface RowLook {
  readonly label: string;
  /** Set as `data-tone`; the feature's style gives it meaning. */
  readonly tone?: string;
  /** Kept on top: set as `data-pinned`. */
  readonly pinned?: boolean;
}

export interface TableRowProps<T> {
  readonly id: string;
  /** From 0, in the whole table. */
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly selected: boolean;
  readonly source: RowSource<T>;
  readonly order: OrderSource<T>;
  readonly columns: readonly TableColumn<T>[];
  readonly look: (row: T) => RowLook;
}

/** One row; it alone renders when its data changes. A row that has ended since the order was held stays, marked gone. */
export function TableRow<T>(props: TableRowProps<T>): ReactNode {
  const { id, index, top, height, active, open, selected, source, order, columns, look } = props;
  const subscribe = useCallback((changed: () => void) => source.subscribeRow(id, changed), [source, id]);
  const held = useSyncExternalStore(subscribe, () => source.get(id));
  const row = held ?? order.lastShown(id);
  const cells = useRowCells(columns, row, open);
  if (row === undefined) return null;
  const { label, tone, pinned } = look(row);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={open || selected}
      aria-label={label}
      tabIndex={active ? 0 : -1}
      data-row={id}
      data-tone={tone}
      data-chosen={selected || undefined}
      data-pinned={pinned || undefined}
      data-odd={index % 2 === 1 || undefined}
      data-gone={held === undefined || undefined}
      className="table-row-grid"
      // With a third dimension, the row is a layer of its own: else one changed word has the browser put together anew all
      // that the table shows, and a row that moves is painted anew.
      style={{ height, transform: `translate3d(0, ${top}px, 0)` }}
    >
      {cells}
    </tr>
  );
}
