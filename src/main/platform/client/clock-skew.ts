/** Keeps the latest difference between the instance's clock and this machine's. */
export class ClockSkew {
  #latest: number | undefined;

  /**
   * Reads an answer's `Date`. It has whole seconds, so half of one is added; `sentAt` and `heardAt` bracket the moment
   * at which it was written.
   */
  observe(headers: Headers, sentAt: number, heardAt: number): void {
    const at = Date.parse(headers.get('date') ?? '');
    if (!Number.isNaN(at)) this.#latest = Math.round(at + 500 - (sentAt + heardAt) / 2);
  }

  /** Server clock minus this machine's in ms, good to about a second; undefined before the first dated answer. */
  latest(): number | undefined {
    return this.#latest;
  }
}
