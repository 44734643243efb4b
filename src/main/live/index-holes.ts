/**
 * Finds messages that are missing although their instance numbers them: once a fetch told the state up to some index,
 * every later index must follow without a hole. Holes inside what was fetched are the instance's own (deleted messages).
 */
export class IndexHoles {
  #next: number | undefined;
  readonly #ahead = new Set<number>();

  /** True while an index is missing below one that arrived. */
  get missing(): boolean {
    return this.#next !== undefined && this.#ahead.size > 0;
  }

  /** A fetch told everything up to its highest index. */
  fetched(indexes: readonly number[]): void {
    let next = 0;
    for (const index of indexes) if (index >= next) next = index + 1;
    this.#next = next;
    for (const index of this.#ahead) if (index < next) this.#ahead.delete(index);
    this.#close();
  }

  /** A message with this index arrived. */
  add(index: number): void {
    if (this.#next !== undefined && index < this.#next) return;
    this.#ahead.add(index);
    this.#close();
  }

  /** Nothing is known any more. */
  clear(): void {
    this.#next = undefined;
    this.#ahead.clear();
  }

  #close(): void {
    if (this.#next === undefined) return;
    while (this.#ahead.delete(this.#next)) this.#next++;
  }
}
