import { listIn } from '../decode/envelope.ts';
import { type IdOf, placeAfter, withSlipped } from './moved-page.ts';
import { readMark, writeMark } from './page-mark.ts';
import { type Paging, pagingOf, type Query } from './paging.ts';

/** One page of a list as fetched. */
export interface FetchedPage {
  readonly items: readonly unknown[];
  /** Asks for the next page; meant for whoever wrote it alone. */
  readonly next?: string;
  readonly total?: number;
}

/** What asks for the next page, and whether that is by its number. */
export interface NextAsked {
  readonly query: Query;
  readonly numbered: boolean;
}

/** How pages of a list are asked for, whether by query values or in a body. */
export interface PageSource {
  /** Squashed names that the list may have in the answer. */
  readonly names: readonly string[];
  /** `next` of the page before; absent for the first. */
  readonly mark: string | undefined;
  /** With it none is skipped where pages are numbered and entries vanish while they are read. */
  readonly idOf: IdOf | undefined;
  /** @param query what `next` gave; nothing for the first page */
  readonly ask: (query: Query) => Promise<unknown>;
  /** @param size entries on it; undefined: as many as on other pages */
  readonly askNumbered: (page: number, size?: number) => Promise<unknown>;
  /** @param received entries on the page @param soFar entries up to its end */
  readonly next: (paging: Paging, received: number, soFar: number) => NextAsked | undefined;
}

/**
 * Reads one page of a list, by cursor or by page number.
 * @returns the page, and the answer that it came in; undefined when that holds no list.
 * @throws FailureError as `ask`; `not-found`, `cursor-expired` when numbered pages moved so far that the place is lost.
 */
export async function readPage(source: PageSource): Promise<(FetchedPage & { readonly answer: unknown }) | undefined> {
  const { names, idOf } = source;
  const { query, received, numbered } = readMark(source.mark);
  const answer = await source.ask(query);
  const items = listIn(answer, names);
  if (items === undefined) return undefined;
  const paging = pagingOf(answer);
  const soFar = received + items.length;
  // A page without entries that claims to have a successor would go round for ever.
  const next = items.length === 0 ? undefined : source.next(paging, items.length, soFar);
  const read = async (page: number, size?: number) => listIn(await source.askNumbered(page, size), names) ?? [];
  const place = () =>
    next?.numbered === true && idOf !== undefined
      ? placeAfter(items, idOf, { page: paging.page ?? 1, received: soFar, before: numbered })
      : undefined;
  return {
    answer,
    items:
      numbered === undefined || idOf === undefined ? items : await withSlipped({ items, place: numbered, idOf, read }),
    ...(next !== undefined && { next: writeMark({ query: next.query, received: soFar, numbered: place() }) }),
    ...(paging.total !== undefined && { total: paging.total }),
  };
}
