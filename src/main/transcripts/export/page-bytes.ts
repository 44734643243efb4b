/** Bytes of a character at most, of each UTF-16 unit. */
const PER_UNIT = 3;

/**
 * Collects the texts of one page as bytes, in memory that is used again for later pages: joining them first would copy each
 * once more and leave it to the garbage.
 */
export class PageBytes {
  #bytes = Buffer.allocUnsafe(1024 * 1024);
  #length = 0;

  /** Forgets what it holds; what `take` gave out before is overwritten. */
  clear(): void {
    this.#length = 0;
  }

  add(text: string): void {
    const most = this.#length + text.length * PER_UNIT;
    if (most > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(most, this.#bytes.length * 2));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** What was added since it was cleared, in its own memory. */
  take(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}
