import type { ByteSource } from '../source/byte-source.ts';
import { cellTexts } from './cells.ts';
import { RowSplitter } from './split-rows.ts';

const WINDOW = 1 << 18;

/** The text of single rows, read where they lie in the source; rows near each other cost one access to the disk. */
export class RowReader {
  readonly #source: ByteSource;
  readonly #splitter: RowSplitter;
  #bytes = new Uint8Array(WINDOW);
  /** Position of the first byte that is held, and how many are. */
  #from = 0;
  #have = 0;

  constructor(source: ByteSource, delimiter: number) {
    this.#source = source;
    this.#splitter = new RowSplitter(delimiter);
  }

  /** @param start and @param end bytes of the row in the source */
  async read(
    start: number,
    end: number,
  ): Promise<{ readonly cells: readonly string[]; readonly count: number; readonly flaw: number }> {
    const length = end - start;
    if (start < this.#from || end > this.#from + this.#have) {
      if (length > this.#bytes.length) this.#bytes = new Uint8Array(length);
      this.#from = start;
      this.#have = await this.#source.read(this.#bytes, 0, this.#bytes.length, start);
    }
    const at = start - this.#from;
    this.#splitter.next(this.#bytes, at, Math.min(at + length, this.#have), true);
    return {
      cells: cellTexts(this.#bytes, this.#splitter),
      count: this.#splitter.count,
      flaw: this.#splitter.flaw,
    };
  }
}
