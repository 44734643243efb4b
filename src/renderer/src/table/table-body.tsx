import { defaultRangeExtractor, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { IdList } from '../lib/id-list.ts';
import type { OrderSource, RowSource, TableColumn } from './column.ts';
import { useDocumentOrder } from './document-order.ts';
import { findByData } from './find-element.ts';
import { rowAfterKey } from './row-keys.ts';
import { type RowLook, TableRow } from './table-row.tsx';
import { useCutTitle } from './use-cut-title.ts';

/** Height of the titles above the rows, in pixels (table.css). */
export const HEAD_HEIGHT = 28;
const OVERSCAN = 6;

export interface TableBodyProps<T> {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rowHeight: number;
  readonly source: RowSource<T>;
  readonly order: OrderSource<T>;
  readonly columns: readonly TableColumn<T>[];
  readonly look: (row: T) => RowLook;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (id: string, how: 'one' | 'range') => void;
  readonly openId: string | undefined;
  readonly onOpen: (id: string, by: 'key' | 'pointer') => void;
}

/** The rows on screen and a few around them; one of them is the tab stop, and it is always drawn. */
export function TableBody<T>(props: TableBodyProps<T>): ReactNode {
  const { scroller, rowHeight, source, order, columns, look, selected, onSelect, openId, onOpen } = props;
  const ids = useSyncExternalStore(order.subscribe, () => order.view().ids);
  const body = useRef<HTMLTableSectionElement>(null);
  const [activeId, setActiveId] = useState<string>();
  const focusWanted = useRef(false);
  /** Where the row stands that has the focus; -1 while none has it. */
  const focusedAt = useRef(-1);
  // Made here, not beside TableRow, because memo() would lose the type of the rows.
  const [Row] = useState(() => memo(TableRow<T>));
  const activeAt = activeIndex(ids, activeId, openId);

  // A new function would make the virtualizer measure every row of the table anew at each render.
  const estimateSize = useCallback(() => rowHeight, [rowHeight]);
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    overscan: OVERSCAN,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      if (activeAt < 0 || drawn.includes(activeAt)) return drawn;
      return [...drawn, activeAt].sort((a, b) => a - b);
    },
  });
  const drawn = new Map<string, VirtualItem>();
  for (const item of virtualizer.getVirtualItems()) {
    const id = idAt(ids, item.index);
    if (id !== undefined) drawn.set(id, item);
  }
  const documentOrder = useDocumentOrder([...drawn.keys()]);
  const cutTitle = useCutTitle(columns);
  // The virtualizer keeps sizes; a new density needs them anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: rowHeight is what changes the sizes
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  // Rows held under the pointer or the focus are freed when the table goes.
  useEffect(
    () => () => {
      order.hold('pointer', false);
      order.hold('focus', false);
    },
    [order],
  );
  useLayoutEffect(() => {
    if (!focusWanted.current) return;
    focusWanted.current = false;
    findByData(body.current, 'row', idAt(ids, activeAt))?.focus({ preventScroll: true });
  });

  // A row that goes takes the focus along, and with it the operator's place: what stands there now gets it.
  useLayoutEffect(() => {
    if (focusedAt.current < 0) return;
    const isGone = activeId !== undefined && idAt(ids, activeAt) !== activeId;
    if (!isGone) focusedAt.current = activeAt;
    else if (document.activeElement === document.body && ids.length > 0)
      moveTo(Math.min(focusedAt.current, ids.length - 1));
  });

  const moveTo = (index: number) => {
    focusWanted.current = true;
    setActiveId(idAt(ids, index));
    virtualizer.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    order.hold('focus', true);
    const page = Math.floor(((virtualizer.scrollRect?.height ?? 0) - HEAD_HEIGHT) / rowHeight);
    const next = rowAfterKey(event.key, activeAt, ids.length, page);
    const id = rowIdOf(event.target);
    if (next !== undefined) moveTo(next);
    else if (event.key === 'Enter' && id !== undefined) onOpen(id, 'key');
    else if (event.key === ' ' && id !== undefined) onSelect?.(id, event.shiftKey ? 'range' : 'one');
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const id = rowIdOf(event.target);
    if (id === undefined) return;
    setActiveId(id);
    if (onSelect !== undefined && (event.shiftKey || event.ctrlKey || event.metaKey))
      onSelect(id, event.shiftKey ? 'range' : 'one');
    else onOpen(id, 'pointer');
  };
  const onFocus = (event: FocusEvent) => {
    const id = rowIdOf(event.target);
    setActiveId(id ?? activeId);
    focusedAt.current = id === undefined ? -1 : ids.indexOf(id);
    if (event.target.matches(':focus-visible')) order.hold('focus', true);
  };
  const onBlur = (event: FocusEvent) => {
    if (!(event.relatedTarget instanceof Node && body.current?.contains(event.relatedTarget))) {
      order.hold('focus', false);
      focusedAt.current = -1;
    }
  };

  return (
    <tbody
      ref={body}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
      onBlur={onBlur}
      // Shift would select the text between two clicks.
      onMouseDown={(event) => {
        if (event.shiftKey && onSelect !== undefined) event.preventDefault();
      }}
      {...cutTitle}
      onPointerEnter={() => order.hold('pointer', true)}
      onPointerLeave={() => order.hold('pointer', false)}
      className="relative block"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {documentOrder.map((id) => {
        const item = drawn.get(id);
        return item === undefined ? null : (
          <Row
            key={id}
            id={id}
            index={item.index}
            top={item.start - HEAD_HEIGHT}
            height={rowHeight}
            active={item.index === activeAt}
            open={id === openId}
            selected={selected?.has(id) ?? false}
            source={source}
            order={order}
            columns={columns}
            look={look}
          />
        );
      })}
    </tbody>
  );
}

/** -1 stands for no row, not for the last one. */
const idAt = (ids: IdList, index: number): string | undefined => (index < 0 ? undefined : ids.at(index));

/** The row that Tab reaches: the last that had focus, else the open one, else the first. */
function activeIndex(ids: IdList, activeId: string | undefined, openId: string | undefined): number {
  const active = activeId === undefined ? -1 : ids.indexOf(activeId);
  if (active >= 0) return active;
  const open = openId === undefined ? -1 : ids.indexOf(openId);
  return open >= 0 ? open : ids.length > 0 ? 0 : -1;
}

function rowIdOf(target: EventTarget): string | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return row?.dataset['row'];
}
