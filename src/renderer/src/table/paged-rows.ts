import { createRowListeners } from './row-listeners.ts';

/** A place in a long list: its row once that was fetched. */
export interface PagedRow<T> {
  readonly id: string;
  readonly row: T | undefined;
}

export interface PageAnswer<T> {
  readonly rows: readonly T[];
}

export type FetchPage<T> = (offset: number, limit: number) => Promise<PageAnswer<T>>;

/** Rows asked for at once. */
const PAGE = 100;
/** Pages that are kept; those looked at longest ago go first. */
const KEPT = 60;

interface Page<T> {
  entries: readonly PagedRow<T>[];
  /** Asked for anew the next time it is looked at. */
  stale: boolean;
  asked: boolean;
}

/**
 * A list of any length of which only what is looked at is fetched, page by page. Places are numbered from 0; their number is
 * their id. It has the shape of a table's source and order at once.
 */
export class PagedRows<T> {
  readonly #fetch: FetchPage<T>;
  readonly #pages = new Map<number, Page<T>>();
  readonly #empty = new Map<string, PagedRow<T>>();
  readonly #rowListeners = createRowListeners();
  readonly #listeners = new Set<() => void>();
  #view: { readonly ids: NumberedIds; readonly waiting: number };
  #generation = 0;

  constructor(fetch: FetchPage<T>, total: number) {
    this.#fetch = fetch;
    this.#view = { ids: new NumberedIds(total), waiting: 0 };
  }

  /** The list got longer or shorter, or its rows other ones. @param anew whether rows that were fetched may have changed */
  refresh(total: number, anew: boolean): void {
    for (const [index, page] of this.#pages) {
      // A page that was full is as it was when only more rows came.
      if (anew || page.entries.length < PAGE) page.stale = true;
      if (index * PAGE >= total) this.#pages.delete(index);
    }
    if (total !== this.#view.ids.length) {
      this.#view = { ids: new NumberedIds(total), waiting: 0 };
      for (const listener of this.#listeners) listener();
    }
    if (anew) this.#generation += 1;
    this.#tellRows();
  }

  readonly view = (): { readonly ids: NumberedIds; readonly waiting: number } => this.#view;

  readonly subscribe = (changed: () => void): (() => void) => {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  };

  readonly get = (id: string): PagedRow<T> => {
    const at = Number(id);
    const index = Math.floor(at / PAGE);
    const page = this.#pages.get(index);
    if (page === undefined || (page.stale && !page.asked)) this.#ask(index);
    const entry = page?.entries[at - index * PAGE];
    return entry ?? this.#placeholder(id);
  };

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

  /** Asked while drawing: the answer comes later, never at once. */
  #ask(index: number): void {
    const page: Page<T> = this.#pages.get(index) ?? { entries: [], stale: true, asked: false };
    page.asked = true;
    // Moved to the end: the first of the map is the one looked at longest ago.
    this.#pages.delete(index);
    this.#pages.set(index, page);
    if (this.#pages.size > KEPT) this.#pages.delete(this.#pages.keys().next().value ?? index);
    const generation = this.#generation;
    void this.#fetch(index * PAGE, PAGE).then(
      ({ rows }) => {
        page.asked = false;
        page.stale = generation !== this.#generation;
        page.entries = rows.map((row, at) => ({ id: String(index * PAGE + at), row }));
        this.#tellRows();
      },
      () => {
        // The failure is told by whoever fetches; the rows stay as they were and are asked for again later.
        page.asked = false;
      },
    );
  }

  #tellRows(): void {
    this.#rowListeners.tell(this.#rowListeners.ids());
  }
}

/** The numbers below a length as texts, made when they are asked for. */
export class NumberedIds {
  readonly length: number;

  constructor(length: number) {
    this.length = length;
  }

  at(index: number): string | undefined {
    return index >= 0 && index < this.length ? String(index) : undefined;
  }

  indexOf(id: string): number {
    const index = Number(id);
    return Number.isInteger(index) && index >= 0 && index < this.length ? index : -1;
  }
}
