import type { FetchedPage } from '../client/fetch-page.ts';
import { type IdOf, placeAfter, withSlipped } from '../client/moved-page.ts';
import { readMark, writeMark } from '../client/page-mark.ts';
import { pagingOf } from '../client/paging.ts';
import { listIn } from '../decode/envelope.ts';

/** What a search by body says of the page that it asks for. */
export interface BodyPlace {
  readonly cursor?: string;
  readonly page?: number;
  readonly limit: number;
}

export interface SearchRequest {
  /** Squashed names that the list may have in the answer. */
  readonly names: readonly string[];
  readonly ask: (place: BodyPlace) => Promise<unknown>;
  /** `next` of the page before; absent for the first. */
  readonly mark: string | undefined;
  readonly limit: number;
  readonly idOf: IdOf;
}

/**
 * Reads one page of a search that is asked for by a body, by cursor or by page number, whichever the answers carry.
 * @returns the page, and the answer that it came in; undefined when that holds no list.
 * @throws FailureError as `ask`; `not-found`, `cursor-expired` when numbered pages moved so far that the place is lost.
 */
export async function searchPage({
  names,
  ask,
  mark,
  limit,
  idOf,
}: SearchRequest): Promise<(FetchedPage & { readonly answer: unknown }) | undefined> {
  const { query, received, numbered } = readMark(mark);
  const [cursorBefore, pageBefore] = [query['cursor'], query['page']];
  const answer = await ask({
    limit,
    ...(cursorBefore !== undefined && { cursor: cursorBefore }),
    ...(pageBefore !== undefined && { page: Number(pageBefore) }),
  });
  const items = listIn(answer, names);
  if (items === undefined) return undefined;
  const { cursor, page, total } = pagingOf(answer);
  const soFar = received + items.length;
  const read = async (wanted: number, size = limit) => listIn(await ask({ page: wanted, limit: size }), names) ?? [];
  const all = numbered === undefined ? items : await withSlipped({ items, place: numbered, idOf, read });
  const next =
    cursor !== undefined
      ? { query: { cursor }, received: soFar }
      : page !== undefined && soFar < (total ?? 0)
        ? {
            query: { page: `${page + 1}` },
            received: soFar,
            numbered: placeAfter(items, idOf, { page, received: soFar, before: numbered }),
          }
        : undefined;
  return {
    answer,
    items: all,
    // A page without entries that claims to have a successor would go round for ever.
    ...(next !== undefined && items.length > 0 && { next: writeMark(next) }),
    ...(total !== undefined && { total }),
  };
}
