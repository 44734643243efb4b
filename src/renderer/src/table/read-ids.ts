import type { IdList } from '../lib/id-list.ts';

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
