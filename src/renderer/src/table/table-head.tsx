import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { boundedWidth } from './arrange-columns.ts';
import { ColumnHandle } from './column-handle.tsx';
import { findByData } from './find-element.ts';

export interface HeadCell {
  readonly id: string;
  readonly title: string;
  readonly hint: string | undefined;
  readonly end: boolean;
  readonly width: number;
  readonly sorted: false | 'asc' | 'desc';
  /** Undefined where the column does not sort. */
  readonly onSort: (() => void) | undefined;
}

interface TableHeadProps {
  readonly cells: readonly HeadCell[];
  readonly onResize: ((id: string, width: number | undefined) => void) | undefined;
}

/** How far a key changes a width, in pixels. */
const STEP = 12;

/** The titles: one tab stop, left and right between those that sort; with Alt they change the width. */
export function TableHead({ cells, onResize }: TableHeadProps): ReactNode {
  const [chosen, setChosen] = useState<string>();
  const sortable = cells.filter((cell) => cell.onSort !== undefined);
  const stop = (sortable.find((cell) => cell.id === chosen) ?? sortable[0])?.id;

  const move = (event: KeyboardEvent<HTMLTableRowElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    if (event.altKey) {
      const cell = event.target instanceof Element ? event.target.closest('th') : null;
      if (cell === null || stop === undefined || onResize === undefined) return;
      event.preventDefault();
      onResize(stop, boundedWidth(cell.offsetWidth + step * STEP));
      return;
    }
    const next = sortable[sortable.findIndex((cell) => cell.id === stop) + step];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next.id);
    findByData(event.currentTarget, 'head', next.id)?.focus();
  };

  return (
    <thead className="sticky top-0 z-10 block bg-surface">
      <tr aria-rowindex={1} onKeyDown={move} className="table-head-grid">
        {cells.map((cell) => (
          <th
            key={cell.id}
            scope="col"
            title={cell.hint}
            aria-sort={ariaSort(cell)}
            data-column={cell.id}
            className={`relative ${cell.end ? 'text-end' : 'text-start'}`}
          >
            {onResize === undefined ? null : <ColumnHandle id={cell.id} onResize={onResize} />}
            {cell.onSort === undefined ? (
              cell.title
            ) : (
              <button
                type="button"
                data-head={cell.id}
                tabIndex={cell.id === stop ? 0 : -1}
                onClick={cell.onSort}
                onFocus={() => setChosen(cell.id)}
                className={`inline-flex max-w-full items-center gap-1 rounded-sm font-semibold hover:text-fg ${cell.end ? 'flex-row-reverse' : ''} ${cell.sorted === false ? '' : 'text-fg'}`}
              >
                <span className="truncate">{cell.title}</span>
                <SortMark sorted={cell.sorted} />
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function ariaSort(cell: HeadCell): 'ascending' | 'descending' | 'none' | undefined {
  if (cell.onSort === undefined) return undefined;
  if (cell.sorted === false) return 'none';
  return cell.sorted === 'asc' ? 'ascending' : 'descending';
}

function SortMark({ sorted }: { readonly sorted: HeadCell['sorted'] }): ReactNode {
  if (sorted === false) return null;
  const Arrow = sorted === 'asc' ? ArrowUp : ArrowDown;
  return <Arrow className="size-3 flex-none text-accent" strokeWidth={2.25} aria-hidden />;
}
