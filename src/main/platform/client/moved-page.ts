import { FailureError } from '../../../shared/models/failure.ts';
import type { NumberedPlace } from './page-mark.ts';

/** Ids that are remembered of the end of a page, so that some of them may vanish as well. */
const MOST_REMEMBERED = 10;
/** Characters of them at most: they travel in marks. */
const LONGEST = 2_000;

/** What an entry of a list is known by; undefined for what cannot be read. */
export type IdOf = (item: unknown) => string | undefined;

interface Moved {
  readonly items: readonly unknown[];
  readonly place: NumberedPlace;
  readonly idOf: IdOf;
  /** Reads a page. @param size entries on it; undefined: as many as on the page itself. */
  readonly read: (page: number, size?: number) => Promise<readonly unknown[]>;
}

/**
 * What is remembered at the end of a numbered page.
 * @param page its number @param received entries up to its end @param before what was remembered of the page before
 */
export function placeAfter(
  items: readonly unknown[],
  idOf: IdOf,
  {
    page,
    received,
    before,
  }: { readonly page: number; readonly received: number; readonly before: NumberedPlace | undefined },
): NumberedPlace {
  const ids = items.slice(-MOST_REMEMBERED).flatMap((item) => idOf(item) ?? []);
  const tooLong = ids.findLastIndex((_, nth) => ids.slice(nth).join('').length > LONGEST);
  return { first: before?.first ?? page, page: page + 1, received, tail: ids.slice(tooLong + 1) };
}

/**
 * A numbered page with what slipped past in front of it: pages are cut anew for each request, so that entries move to the page
 * before, unread, when others in front of them vanish. Asks what stands now where the page before ended; where that is another
 * entry, the page before is read again from the last entry of it that is known.
 * @returns the page's entries; ones that came before may be among them, which is how those that moved back are told.
 * @throws FailureError `not-found`, `cursor-expired` when nothing of the end of the page before is there any more.
 */
export async function withSlipped({ items, place, idOf, read }: Moved): Promise<readonly unknown[]> {
  const { first, page, received, tail } = place;
  const ids = new Set(items.map(idOf));
  if (tail.length === 0 || tail.some((id) => ids.has(id))) return items;
  const there = await read(first + received - 1, 1);
  if (there.length === 1 && idOf(there[0]) === tail.at(-1)) return items;
  const before = await read(page - 1);
  const last = before.findLastIndex((item) => tail.includes(idOf(item) ?? ''));
  if (last < 0)
    throw new FailureError('not-found', 'The place in the list is lost: its pages moved', { reason: 'cursor-expired' });
  return [...before.slice(last + 1).filter((item) => !ids.has(idOf(item))), ...items];
}
