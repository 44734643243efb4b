import type { BoundOperation } from '../bind.ts';
import { nextQuery, pageName, type Query, sizeQuery } from './paging.ts';
import { type FetchedPage, type PageSource, readPage } from './read-page.ts';

/** How a page is asked for and read. */
export interface PageRequest extends Pick<PageSource, 'names' | 'ask'> {
  /** `next` of the page before; absent for the first. */
  readonly mark?: string | undefined;
  /** Entries asked for, within what the document allows. */
  readonly limit?: number | undefined;
  /** With it none is skipped where pages are numbered and entries vanish while they are read. */
  readonly idOf?: PageSource['idOf'];
}

/**
 * Reads one page of a list that is asked for by query values, by cursor or by page number, whichever the instance has.
 * @returns undefined when the answer holds no list.
 * @throws FailureError as `ask`; `not-found`, `cursor-expired` when numbered pages moved so far that the place is lost.
 */
export async function fetchPage(bound: BoundOperation, request: PageRequest): Promise<FetchedPage | undefined> {
  const { names, ask, mark, limit, idOf } = request;
  const byNumber = pageName(bound) ?? '';
  const sized = (size: number | undefined, query: Query) => ask({ ...sizeQuery(bound, size), ...query });
  const page = await readPage({
    names,
    mark,
    idOf,
    ask: (query) => sized(limit, query),
    askNumbered: (number, size = limit) => sized(size, { [byNumber]: String(number) }),
    next(paging, received, soFar) {
      const query = nextQuery(bound, paging, received, soFar);
      return query && { query, numbered: query[byNumber] !== undefined };
    },
  });
  if (page === undefined) return undefined;
  const { answer: _, ...fetched } = page;
  return fetched;
}
