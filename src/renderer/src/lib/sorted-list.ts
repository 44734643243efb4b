export type Compare<T> = (a: T, b: T) => number;

/** `compare`, made total by the id, so that the place of a row is the same on every machine and at every time. */
export function byIdLast<T extends { readonly id: string }>(compare: Compare<T>): Compare<T> {
  return (a, b) => compare(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Where `item` is, or would go, in a list sorted by a total order. */
export function placeOf<T>(list: readonly T[], item: T, compare: Compare<T>): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other !== undefined && compare(other, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Above this share of changed rows, merging all is cheaper than moving each. */
const MERGE_SHARE = 1 / 64;

/**
 * A sorted list with some rows taken out and others put in. `taken` holds the very objects that are in the list; the
 * given list is not changed. Few changes cost a search and a move each, many cost one pass.
 */
export function resort<T>(list: readonly T[], taken: ReadonlySet<T>, put: readonly T[], compare: Compare<T>): T[] {
  if (taken.size + put.length > 8 + list.length * MERGE_SHARE) return merge(list, taken, put, compare);
  const next = list.slice();
  for (const item of taken) {
    const at = placeOf(next, item, compare);
    if (next[at] === item) next.splice(at, 1);
  }
  for (const item of put) next.splice(placeOf(next, item, compare), 0, item);
  return next;
}

function merge<T>(list: readonly T[], taken: ReadonlySet<T>, put: readonly T[], compare: Compare<T>): T[] {
  const added = put.toSorted(compare);
  const next: T[] = [];
  let at = 0;
  for (const item of list) {
    if (taken.has(item)) continue;
    for (let other = added[at]; other !== undefined && compare(other, item) < 0; other = added[at]) {
      next.push(other);
      at += 1;
    }
    next.push(item);
  }
  for (; at < added.length; at += 1) {
    const other = added[at];
    if (other !== undefined) next.push(other);
  }
  return next;
}
