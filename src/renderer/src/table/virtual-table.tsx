import { columnVisibilityFeature, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, useMemo, useRef, useSyncExternalStore } from 'react';
import type { OrderSource, RowSource, TableColumn, TableSort } from './column.ts';
import { fitColumns, gridTemplate, leastWidth } from './fit-columns.ts';
import './table.css';
import { useElementWidth } from '../lib/use-measured.ts';
import { TableBody } from './table-body.tsx';
import { TableHead } from './table-head.tsx';
import type { RowLook } from './table-row.tsx';

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

/** The table library rules the columns: which are shown, how they sort. Rows are held, sorted and drawn outside of it, since a row model of ten thousand made anew each frame would cost more than all the rest. */
type NoRow = Readonly<Record<string, never>>;
const NO_ROWS: NoRow[] = [];
const noValue = () => undefined;
/** So many rows before the end the next page is asked for. */
const NEAR_ROWS = 60;

export interface VirtualTableProps<T> {
  readonly label: string;
  readonly columns: readonly TableColumn<T>[];
  readonly source: RowSource<T>;
  readonly order: OrderSource<T>;
  readonly rowHeight: number;
  readonly sort: TableSort | undefined;
  /** Undefined when the operator goes back to the table's own order. */
  readonly onSort: (sort: TableSort | undefined) => void;
  readonly look: (row: T) => RowLook;
  /** Rows chosen for something to be done with all of them. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (id: string, how: 'one' | 'range') => void;
  /** A column got another width by its handle; undefined: its own again. */
  readonly onResize?: (id: string, width: number | undefined) => void;
  readonly openId?: string | undefined;
  readonly onOpen: (id: string, by: 'key' | 'pointer') => void;
  /** Called while the last rows are near the screen: for rows that come page by page. */
  readonly onNearEnd?: () => void;
  /** Shown instead of rows when there are none. */
  readonly empty: ReactNode;
}

/**
 * A table of any number of rows. Only those on screen are in the page; each renders alone when it changes; the order
 * stands still while the pointer or the keyboard's focus is on a row. Arrow keys move, Enter opens, Space or a click
 * with Ctrl selects, with Shift a range.
 */
export function VirtualTable<T>(props: VirtualTableProps<T>): ReactNode {
  const { label, columns, order, rowHeight, sort, onSort, onResize, onNearEnd, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  // Rows that change places are the body's alone: titles and columns do not render with them.
  const count = useSyncExternalStore(order.subscribe, () => order.view().ids.length);
  const shown = useMemo(() => (width === 0 ? columns : fitColumns(columns, width)), [columns, width]);

  const definitions = useMemo(
    () =>
      columns.map(({ id, title, sortFirst }) => ({
        id,
        header: title,
        accessorFn: noValue,
        enableSorting: sortFirst !== undefined,
        sortDescFirst: sortFirst === 'desc',
      })),
    [columns],
  );
  const visibility = useMemo(
    () => Object.fromEntries(columns.map((column) => [column.id, shown.includes(column)])),
    [columns, shown],
  );
  const sorting = useMemo(() => (sort === undefined ? [] : [{ id: sort.id, desc: sort.desc }]), [sort]);
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    state: { columnVisibility: visibility, sorting },
    manualSorting: true,
    onSortingChange: (change) => onSort((typeof change === 'function' ? change(sorting) : change)[0]),
  });
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const head = table.getVisibleLeafColumns().map((column) => ({
    id: column.id,
    title: byId.get(column.id)?.title ?? column.id,
    hint: byId.get(column.id)?.hint,
    end: byId.get(column.id)?.align === 'end',
    sorted: column.getIsSorted(),
    width: byId.get(column.id)?.width ?? 0,
    onSort: column.getCanSort() ? () => column.toggleSorting() : undefined,
  }));

  return (
    <div
      ref={scroller}
      className="virtual-table relative min-h-0 flex-1 overflow-auto"
      onScroll={({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
        if (scrollHeight - scrollTop - clientHeight < NEAR_ROWS * rowHeight) onNearEnd?.();
      }}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows take focus and keys, which is a grid
        role="grid"
        aria-label={label}
        aria-rowcount={count + 1}
        aria-colcount={columns.length}
        aria-multiselectable={props.onSelect === undefined ? undefined : true}
        className="block"
        style={{ '--columns': gridTemplate(shown), minWidth: leastWidth(shown) }}
      >
        <TableHead cells={head} onResize={onResize} />
        <TableBody {...props} scroller={scroller} columns={shown} openId={props.openId} />
      </table>
      {count === 0 ? <div className="absolute inset-x-0 top-7 bottom-0">{empty}</div> : null}
    </div>
  );
}
