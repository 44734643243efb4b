import { isValidElement, type ReactNode, useMemo, useState } from 'react';
import type { TableColumn } from './column.ts';

interface Drawn {
  readonly content: ReactNode;
  readonly cell: ReactNode;
}

/**
 * The cells of a row. A cell that would be drawn as before is handed over as it was, so that nothing of it is looked at
 * again; where the row only moved, none is asked.
 */
export function useRowCells<T>(columns: readonly TableColumn<T>[], row: T | undefined, open: boolean): ReactNode {
  const [kept] = useState(() => new WeakMap<TableColumn<T>, Drawn>());
  return useMemo(() => {
    if (row === undefined) return null;
    return columns.map((column) => {
      const content = column.cell(row, open);
      const before = kept.get(column);
      if (before !== undefined && isSame(before.content, content)) return before.cell;
      const cell = (
        <td
          key={column.id}
          data-column={column.id}
          data-fits={column.fits || undefined}
          className={column.align === 'end' ? 'text-end' : undefined}
        >
          {content}
        </td>
      );
      kept.set(column, { content, cell });
      return cell;
    });
  }, [columns, row, open, kept]);
}

/** Whether two contents draw the same: elements of one kind with the same properties. */
function isSame(before: ReactNode, now: ReactNode): boolean {
  if (Object.is(before, now)) return true;
  if (!isElement(before) || !isElement(now) || before.type !== now.type || before.key !== now.key) return false;
  const names = Object.keys(now.props);
  return (
    names.length === Object.keys(before.props).length &&
    names.every((name) => Object.is(before.props[name], now.props[name]))
  );
}

const isElement = (node: ReactNode) => isValidElement<Readonly<Record<string, unknown>>>(node);
