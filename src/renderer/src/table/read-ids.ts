import type { IdList } from './column.ts';

/** Ids in the order they were read. They are only ever added, so that a long list is not copied with each page. */
export class ReadIds {
  readonly #ids: string[] = [];
  readonly #places = new Map<string, number>();

  /** Adds those that are not there yet, in their order. @returns how many those were */
  add(ids: readonly string[]): number {
    const before = this.#ids.length;
    for (const id of ids) {
      if (this.#places.has(id)) continue;
      this.#places.set(id, this.#ids.length);
      this.#ids.push(id);
    }
    return this.#ids.length - before;
  }

  /** The list as long as it is now; what is added later it does not show. */
  view(): IdList {
    const [ids, places, length] = [this.#ids, this.#places, this.#ids.length];
    return {
      length,
      at: (index) => (index >= 0 && index < length ? ids[index] : undefined),
      indexOf(id) {
        const place = places.get(id) ?? -1;
        return place < length ? place : -1;
      },
    };
  }
}

/** The ids of a stretch of a list. @param end exclusive */
export function idsWithin(ids: IdList, start: number, end: number): readonly string[] {
  const from = Math.max(0, start);
  const count = Math.max(0, Math.min(end, ids.length) - from);
  return Array.from({ length: count }, (_, nth) => ids.at(from + nth)).filter((id) => id !== undefined);
}
