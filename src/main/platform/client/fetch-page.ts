import type { BoundOperation } from '../bind.ts';
import { listIn } from '../decode/envelope.ts';
import { type IdOf, placeAfter, withSlipped } from './moved-page.ts';
import { readMark, writeMark } from './page-mark.ts';
import { nextQuery, pageName, pagingOf, type Query, sizeQuery } from './paging.ts';

/** One page of a list as fetched. */
export interface FetchedPage {
  readonly items: readonly unknown[];
  /** Asks for the next page; meant for whoever wrote it alone. */
  readonly next?: string;
  readonly total?: number;
}

/** How a page is asked for and read. */
export interface PageRequest {
  /** Squashed names that the list may have in the answer. */
  readonly names: readonly string[];
  readonly ask: (query: Query) => Promise<unknown>;
  /** `next` of the page before; absent for the first. */
  readonly mark?: string | undefined;
  /** Entries asked for, within what the document allows. */
  readonly limit?: number | undefined;
  /** With it none is skipped where pages are numbered and entries vanish while they are read. */
  readonly idOf?: IdOf;
}

/**
 * Reads one page of a list, by cursor or by page number, whichever the instance has.
 * @returns undefined when the answer holds no list.
 * @throws FailureError as `ask`; `not-found`, `cursor-expired` when numbered pages moved so far that the place is lost.
 */
export async function fetchPage(bound: BoundOperation, request: PageRequest): Promise<FetchedPage | undefined> {
  const { names, ask, idOf, limit } = request;
  const { query, received, numbered } = readMark(request.mark);
  const answer = await ask({ ...sizeQuery(bound, limit), ...query });
  const items = listIn(answer, names);
  if (items === undefined) return undefined;
  const paging = pagingOf(answer);
  const soFar = received + items.length;
  const next = nextQuery(bound, paging, items.length, soFar);
  const byNumber = pageName(bound);
  const read = async (page: number, size?: number) =>
    listIn(await ask({ ...sizeQuery(bound, size ?? limit), [byNumber ?? '']: String(page) }), names) ?? [];
  const all =
    numbered === undefined || idOf === undefined ? items : await withSlipped({ items, place: numbered, idOf, read });
  const isNumbered = byNumber !== undefined && next?.[byNumber] !== undefined;
  const place =
    isNumbered && idOf !== undefined
      ? placeAfter(items, idOf, { page: paging.page ?? 1, received: soFar, before: numbered })
      : undefined;
  return {
    items: all,
    // A page without entries that claims to have a successor would go round for ever.
    ...(next !== undefined &&
      items.length > 0 && { next: writeMark({ query: next, received: soFar, numbered: place }) }),
    ...(paging.total !== undefined && { total: paging.total }),
  };
}
