import type { Page, PageStart, Result } from '../outcome.ts';
import { refuse } from './refuse.ts';

function readCursor(cursor: string): number | undefined {
  const place = Buffer.from(cursor, 'base64url').toString('latin1');
  return /^p\d{1,15}$/.test(place) ? Number(place.slice(1)) : undefined;
}

function cursorAt(place: number): string {
  return Buffer.from(`p${place}`).toString('base64url');
}

/**
 * Reads a page of a list by place: `next(place)` tells the first fitting place at or after one, `show` what stands
 * there. With a cursor nothing before the page is looked at: the last page of a million costs no more than the first.
 *
 * @param total how many there are on all pages
 */
export function pageByPlace<T>(
  start: PageStart,
  limit: number,
  total: number,
  next: (place: number) => number | undefined,
  show: (place: number) => T,
): Result<Page<T>> {
  const from = typeof start === 'string' ? readCursor(start) : 0;
  if (from === undefined) return refuse('invalid', 'The cursor is not one of ours');
  if (!Number.isInteger(limit) || limit < 1) return refuse('invalid', 'The limit is a positive number');
  const items: T[] = [];
  let place = next(from);
  for (let left = typeof start === 'object' ? start.skip : 0; left > 0 && place !== undefined; left -= 1) {
    place = next(place + 1);
  }
  while (place !== undefined && items.length < limit) {
    items.push(show(place));
    place = next(place + 1);
  }
  return { ok: true, value: { items, nextCursor: place === undefined ? null : cursorAt(place), total } };
}

/** A page of a plain list, as it stands. */
export function pageOfList<T>(items: readonly T[], start: PageStart, limit: number): Result<Page<T>> {
  const within = (place: number) => (place < items.length ? place : undefined);
  const show = (place: number): T => {
    const item = items[place];
    if (item === undefined) throw new RangeError(`Nothing at ${place} of ${items.length}`);
    return item;
  };
  return pageByPlace(start, limit, items.length, within, show);
}
