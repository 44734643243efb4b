import { unwrap } from '../../api/routes/unwrap.ts';
import type { Page, PageStart, Result } from '../../world/world-port.ts';

/**
 * Finds a page by its number in a list that is read by cursor, by reading on from the beginning. Fine for the some
 * hundreds of conversations that an instance keeps. A page beyond the last is empty.
 *
 * @throws ApiError when the list is refused
 */
export function numberedPage<T>(
  page: number,
  perPage: number,
  read: (cursor: string | undefined, limit: number) => Result<Page<T>>,
) {
  let current = unwrap(read(undefined, perPage));
  let number = 1;
  while (number < page && current.nextCursor !== null) {
    current = unwrap(read(current.nextCursor, perPage));
    number += 1;
  }
  const items = number === page ? current.items : [];
  return { items, meta: { page, per_page: perPage, total: current.total } };
}

/**
 * A page by its number of a list that can be begun anywhere: a million contacts are not read on from the beginning.
 *
 * @throws ApiError when the list is refused
 */
export function skipPage<T>(page: number, perPage: number, read: (start: PageStart, limit: number) => Result<Page<T>>) {
  const { items, total } = unwrap(read({ skip: (page - 1) * perPage }, perPage));
  return { items: [...items], meta: { page, per_page: perPage, total } };
}
