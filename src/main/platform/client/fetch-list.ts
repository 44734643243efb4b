import type { BoundOperation } from '../bind.ts';
import { listIn } from '../decode/envelope.ts';
import { nextQuery, pagingOf, type Query, sizeQuery } from './paging.ts';

/** Pages read of one list; an instance whose paging never ends must not hold the console. */
export const MAX_PAGES = 200;

/** A whole list, page by page. */
export interface FetchedList {
  readonly items: readonly unknown[];
  /** The first page's answer: what it says about the list (a stream position, say) holds for the earliest moment. */
  readonly first: unknown;
  /** True when the page limit ended the reading. */
  readonly truncated: boolean;
}

/**
 * Reads a list to its end, by cursor or by page number, whichever the answers carry and the document has a parameter for.
 * @param ask fetches one page with these query values (by squashed name).
 * @returns undefined when the first answer holds no list.
 */
export async function fetchList(
  bound: BoundOperation,
  names: readonly string[],
  ask: (query: Query) => Promise<unknown>,
): Promise<FetchedList | undefined> {
  const items: unknown[] = [];
  const size = sizeQuery(bound);
  let query: Query | undefined = size;
  let first: unknown;
  const asked = new Set<string>();
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await ask(query);
    if (page === 0) first = answer;
    const list = listIn(answer, names);
    if (list === undefined) return page === 0 ? undefined : { items, first, truncated: true };
    for (const item of list) items.push(item);
    const next = nextQuery(bound, pagingOf(answer), list.length, items.length);
    const key = JSON.stringify(next);
    // A cursor seen before would go round for ever.
    if (next === undefined || asked.has(key)) return { items, first, truncated: next !== undefined };
    asked.add(key);
    query = { ...size, ...next };
  }
  return { items, first, truncated: true };
}
