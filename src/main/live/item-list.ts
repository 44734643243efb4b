import { sameData } from './same-data.ts';
import { type FetchStamp, isAfterFetch, type Stamp } from './stamp.ts';

interface Kept<T> {
  readonly value: T;
  readonly sequence: number | undefined;
  readonly arrival: number;
}

/** How a kind of item is told apart, ordered and replaced. */
export interface ItemKind<T> {
  key(item: T): string;
  /** Place in the transcript, where the instance numbers items. */
  index(item: T): number | undefined;
  at(item: T): number | undefined;
  /** False when `next` is certainly older than `known`, whatever the order of arrival says. */
  mayReplace(known: T, next: T): boolean;
}

/** What a fetch changed: keys of new or different items, and whether any went away. */
export interface ItemDiff {
  readonly changed: readonly string[];
  readonly lost: boolean;
}

/**
 * Messages, function calls or transitions of one open transcript: every item once, in order, whether it came by fetch
 * or by event, early, late or twice.
 */
export class ItemList<T> {
  readonly #kind: ItemKind<T>;
  readonly #items = new Map<string, Kept<T>>();
  #notBefore = -1;

  constructor(kind: ItemKind<T>) {
    this.#kind = kind;
  }

  /** Another run of the instance began: items that arrived up to here yield to anything that comes now. */
  newEpoch(arrival: number): void {
    this.#notBefore = arrival;
  }

  /** Takes one item from an event; returns its key when that changed anything. */
  add(item: T, stamp: Stamp): string | undefined {
    const key = this.#kind.key(item);
    const known = this.#items.get(key);
    if (known !== undefined && known.arrival > this.#notBefore) {
      const later =
        stamp.sequence !== undefined && known.sequence !== undefined
          ? stamp.sequence > known.sequence
          : stamp.arrival > known.arrival;
      if (!later || !this.#kind.mayReplace(known.value, item)) return undefined;
    }
    this.#items.set(key, { value: item, sequence: stamp.sequence, arrival: stamp.arrival });
    return known !== undefined && sameData(known.value, item) ? undefined : key;
  }

  /** Brings the list in line with a fetch, keeping what events told after it. */
  reconcile(fetched: readonly T[], fetch: FetchStamp): ItemDiff {
    const changed: string[] = [];
    const listed = new Set<string>();
    for (const item of fetched) {
      const key = this.#kind.key(item);
      listed.add(key);
      const known = this.#items.get(key);
      const counts = known !== undefined && known.arrival > this.#notBefore;
      if (counts && isAfterFetch(known.sequence, known.arrival, fetch)) continue;
      this.#items.set(key, { value: item, sequence: fetch.sequence, arrival: fetch.askedAt });
      if (known === undefined || !sameData(known.value, item)) changed.push(key);
    }
    let lost = false;
    for (const [key, known] of this.#items) {
      if (listed.has(key)) continue;
      if (known.arrival > this.#notBefore && isAfterFetch(known.sequence, known.arrival, fetch)) continue;
      this.#items.delete(key);
      lost = true;
    }
    return { changed, lost };
  }

  /** All items in order. */
  all(): T[] {
    return this.#inOrder([...this.#items.values()]);
  }

  /** The items of these keys, in order. */
  some(keys: ReadonlySet<string>): T[] {
    const kept: Kept<T>[] = [];
    for (const key of keys) {
      const known = this.#items.get(key);
      if (known !== undefined) kept.push(known);
    }
    return this.#inOrder(kept);
  }

  #inOrder(kept: Kept<T>[]): T[] {
    const { index, at } = this.#kind;
    kept.sort((a, b) => by(index(a.value), index(b.value)) || by(at(a.value), at(b.value)));
    return kept.map((item) => item.value);
  }
}

/** Compares where both are known; otherwise leaves the order of arrival (sorting is stable). */
function by(a: number | undefined, b: number | undefined): number {
  return a === undefined || b === undefined ? 0 : a - b;
}
