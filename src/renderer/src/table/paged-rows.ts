import type { IdList } from '../lib/id-list.ts';
import { createRowListeners } from '../lib/row-listeners.ts';
import type { OrderSource, RowSource } from './column.ts';
import { NumberedIds } from './numbered-ids.ts';

/** A place in a long list: its row once that was fetched. */
export interface PagedRow<T> {
  readonly id: string;
  readonly row: T | undefined;
  /** It was looked for and is no longer where it was. */
  readonly gone?: true;
}

/** Fetches the rows of so many places, one for each; undefined where there is none any more. */
export type FetchPage<T> = (offset: number, limit: number) => Promise<{ readonly rows: readonly (T | undefined)[] }>;

/** Rows asked for at once. */
export const PAGE = 100;
/** Pages that are kept; those looked at longest ago go first. */
const KEPT = 60;

interface Page<T> {
  entries: readonly (PagedRow<T> | undefined)[];
  /** Asked for anew the next time it is looked at. */
  stale: boolean;
  asked: boolean;
}

/**
 * A list of any length of which only what is looked at is held, page by page; the rest is fetched when it is looked at. It has
 * the shape of a table's source and order at once.
 */
export class PagedRows<T> implements RowSource<PagedRow<T>>, OrderSource<PagedRow<T>> {
  readonly #fetch: FetchPage<T>;
  readonly #pages = new Map<number, Page<T>>();
  readonly #empty = new Map<string, PagedRow<T>>();
  readonly #rowListeners = createRowListeners();
  readonly #listeners = new Set<() => void>();
  #view: { readonly ids: IdList; readonly waiting: number };
  /** Moves on where what is being fetched may be out of date by the time it comes. */
  #generation = 0;
  /** The page looked at last. */
  #newest = -1;

  constructor(fetch: FetchPage<T>, ids: IdList) {
    this.#fetch = fetch;
    this.#view = { ids, waiting: 0 };
  }

  /** Shows another list: longer, shorter, or of other ids behind those that stay. */
  show(ids: IdList): void {
    for (const index of this.#pages.keys()) if (index * PAGE >= ids.length) this.#pages.delete(index);
    this.#view = { ids, waiting: 0 };
    for (const listener of this.#listeners) listener();
  }

  /** A numbered list got longer or shorter, or its rows other ones. @param anew whether rows that were fetched may have changed */
  refresh(total: number, anew: boolean): void {
    for (const page of this.#pages.values()) {
      // A page that was full is as it was when only more rows came.
      if (anew || page.entries.length < PAGE) page.stale = true;
    }
    if (total !== this.#view.ids.length) this.show(new NumberedIds(total));
    if (anew) this.#generation += 1;
    this.lookAgain();
  }

  /** Takes rows that came without being asked for; `show` then tells of them. @param offset place of the first */
  put(offset: number, entries: readonly PagedRow<T>[]): void {
    const places = entries.map((entry, nth) => ({ entry, place: offset + nth }));
    for (const [index, own] of Map.groupBy(places, ({ place }) => Math.floor(place / PAGE))) {
      const first = own[0]?.place ?? 0;
      // What stands before the first of them may have been dropped: it is fetched when it is looked at.
      const page = this.#pages.get(index) ?? { entries: [], stale: first % PAGE > 0, asked: false };
      if (page.asked) this.#generation += 1;
      const all = [...page.entries];
      for (const { entry, place } of own) all[place % PAGE] = entry;
      page.entries = all;
      this.#keep(index, page);
    }
    this.#rowListeners.tell(entries.map(({ id }) => id));
  }

  /** Another state of a row, where it is held. */
  replace(id: string, row: T): void {
    const place = this.#view.ids.indexOf(id);
    const page = this.#pages.get(Math.floor(place / PAGE));
    if (page?.entries[place % PAGE] === undefined) return;
    if (page.asked) this.#generation += 1;
    page.entries = page.entries.with(place % PAGE, { id, row });
    this.#rowListeners.tell([id]);
  }

  /** A row if it is held; it is not asked for. */
  peek(id: string): T | undefined {
    const place = this.#view.ids.indexOf(id);
    return this.#pages.get(Math.floor(place / PAGE))?.entries[place % PAGE]?.row;
  }

  /** All rows that are held. */
  *held(): Iterable<T> {
    for (const { entries } of this.#pages.values())
      for (const entry of entries) if (entry?.row !== undefined) yield entry.row;
  }

  readonly view = (): { readonly ids: IdList; readonly waiting: number } => this.#view;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly get = (id: string): PagedRow<T> => {
    const place = this.#view.ids.indexOf(id);
    if (place < 0) return this.#placeholder(id);
    const index = Math.floor(place / PAGE);
    const page = this.#pages.get(index);
    if (page === undefined || (page.stale && !page.asked)) this.#ask(index);
    else if (index !== this.#newest) this.#keep(index, page);
    return page?.entries[place % PAGE] ?? this.#placeholder(id);
  };

  /** Has whoever looks at rows look again: what could not be fetched is asked for anew. */
  lookAgain(): void {
    this.#rowListeners.tell(this.#rowListeners.ids());
  }

  readonly subscribeRow = this.#rowListeners.subscribe;

  readonly hold = (): void => undefined;
  readonly renew = (): void => undefined;
  readonly lastShown = (): undefined => undefined;

  #placeholder(id: string): PagedRow<T> {
    const known = this.#empty.get(id);
    if (known !== undefined) return known;
    if (this.#empty.size > 1000) this.#empty.clear();
    const made = { id, row: undefined };
    this.#empty.set(id, made);
    return made;
  }

  /** Notes that a page is looked at, and lets go of the one looked at longest ago where there are too many. */
  #keep(index: number, page: Page<T>): void {
    this.#newest = index;
    this.#pages.delete(index);
    this.#pages.set(index, page);
    if (this.#pages.size > KEPT) this.#pages.delete(this.#pages.keys().next().value ?? index);
  }

  /** Asked while drawing: the answer comes later, never at once. */
  #ask(index: number): void {
    const page: Page<T> = this.#pages.get(index) ?? { entries: [], stale: true, asked: false };
    page.asked = true;
    this.#keep(index, page);
    const generation = this.#generation;
    void this.#fetch(index * PAGE, PAGE).then(
      ({ rows }) => {
        page.asked = false;
        page.stale = generation !== this.#generation;
        page.entries = rows.map((row, nth) => this.#entry(index * PAGE + nth, row));
        this.lookAgain();
      },
      () => {
        // The failure is told by whoever fetches; the rows stay as they were and are asked for again later.
        page.asked = false;
      },
    );
  }

  #entry(place: number, row: T | undefined): PagedRow<T> | undefined {
    const id = this.#view.ids.at(place);
    if (id === undefined) return undefined;
    return row === undefined ? { id, row, gone: true } : { id, row };
  }
}
