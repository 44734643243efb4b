import type { ReactNode } from 'react';
import type { IdList } from '../lib/id-list.ts';

/** One column of a table, in plain data; what it draws is given the newest row. */
export interface TableColumn<T> {
  readonly id: string;
  readonly title: string;
  /** What the title means, where it is short. */
  readonly hint?: string;
  /** Least width in pixels. */
  readonly width: number;
  /** Its share of the width that is left over; without it the column keeps its width. */
  readonly grow?: number;
  readonly align?: 'start' | 'end';
  /** What it says fits in its width, or sees to that itself. Cells that need not be cut are much cheaper to draw. */
  readonly fits?: boolean;
  /** Columns with the highest number leave first when the table is narrow; 0 always stays. */
  readonly rank: number;
  /** The direction of the first press on its title; without it the column does not sort. */
  readonly sortFirst?: 'asc' | 'desc';
  /** `open`: its row is the one that is open. Asked when either changed, not when the row only moves. */
  readonly cell: (row: T, open: boolean) => ReactNode;
}

export interface TableSort {
  readonly id: string;
  readonly desc: boolean;
}

/** Where the rows are; the stores of lib/ have this shape. */
export interface RowSource<T> {
  readonly get: (id: string) => T | undefined;
  readonly subscribeRow: (id: string, changed: () => void) => () => void;
}

/** Which rows, in which order, and how to hold it still. */
export interface OrderSource<T> {
  readonly view: () => { readonly ids: IdList; readonly waiting: number };
  readonly subscribe: (changed: () => void) => () => void;
  readonly hold: (name: string, held: boolean) => void;
  readonly renew: () => void;
  readonly lastShown: (id: string) => T | undefined;
}
