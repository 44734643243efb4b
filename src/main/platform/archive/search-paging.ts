import { type PageSource, readPage } from '../client/read-page.ts';

/** What a search by body says of the page that it asks for. */
export interface BodyPlace {
  readonly cursor?: string;
  readonly page?: number;
  readonly limit: number;
}

export interface SearchRequest extends Pick<PageSource, 'names' | 'mark' | 'idOf'> {
  readonly ask: (place: BodyPlace) => Promise<unknown>;
  readonly limit: number;
}

/**
 * Reads one page of a search that is asked for by a body, by cursor or by page number, whichever the answers carry.
 * @returns the page, and the answer that it came in; undefined when that holds no list.
 * @throws FailureError as `ask`; `not-found`, `cursor-expired` when numbered pages moved so far that the place is lost.
 */
export function searchPage({ ask, limit, ...request }: SearchRequest): ReturnType<typeof readPage> {
  return readPage({
    ...request,
    ask: ({ cursor, page }) =>
      ask({ limit, ...(cursor !== undefined && { cursor }), ...(page !== undefined && { page: Number(page) }) }),
    askNumbered: (page, size = limit) => ask({ page, limit: size }),
    next({ cursor, page, total = 0 }, _, soFar) {
      if (cursor !== undefined) return { query: { cursor }, numbered: false };
      return page !== undefined && soFar < total ? { query: { page: `${page + 1}` }, numbered: true } : undefined;
    },
  });
}
