/** Cells of a row that are stored; those beyond are only counted. */
export const MOST_CELLS = 1024;
/** A quoted cell with more line breaks is taken for a quote that somebody forgot to close. */
export const MOST_LINES_IN_CELL = 200;

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;

/** Something about a row as a whole. */
export const FLAW = { none: 0, control: 1, quote: 2 } as const;

/**
 * Finds rows and cells in bytes of UTF-8 (or any encoding whose delimiters are ASCII). One row at a time: the cells of the
 * last one are in `starts`, `ends` and `kinds`, to be read before the next. Nothing is copied.
 *
 * Quotes as in RFC 4180; rows end with CR LF, LF or CR, also mixed. A quote that is never closed, or closed in the middle of
 * a cell, spoils only its own line: that line is a row by itself, split without regard to quotes, with the flaw `quote`.
 */
export class RowSplitter {
  /** Cells of the row; may be more than are stored. */
  count = 0;
  flaw = 0;
  readonly starts = new Int32Array(MOST_CELLS);
  readonly ends = new Int32Array(MOST_CELLS);
  /** 0 as it is, 1 was in quotes, 2 was in quotes and has doubled quotes inside. */
  readonly kinds = new Uint8Array(MOST_CELLS);
  readonly #delimiter: number;
  /** Bytes that end a plain run: delimiters, line breaks and, to be noticed, control characters. */
  readonly #stops: Uint8Array;
  /** The same without control characters, for a row that is known to have some. */
  readonly #breaks: Uint8Array;

  /** @param delimiter an ASCII byte */
  constructor(delimiter: number) {
    this.#delimiter = delimiter;
    this.#breaks = new Uint8Array(256);
    this.#stops = new Uint8Array(256).fill(1, 0, SPACE);
    this.#stops[TAB] = 0;
    for (const table of [this.#breaks, this.#stops]) for (const byte of [LF, CR, delimiter]) table[byte] = 1;
  }

  /**
   * Reads the row that begins at `from`.
   * @param to end of the bytes, exclusive; @param last whether nothing follows them
   * @returns where the next row begins, or -1 when the row goes on beyond the bytes
   */
  next(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    return this.#split(bytes, from, to, last, this.#stops, FLAW.none);
  }

  #split(bytes: Uint8Array, from: number, to: number, last: boolean, stops: Uint8Array, flaw: number): number {
    const delimiter = this.#delimiter;
    const { starts, ends, kinds } = this;
    let count = 0;
    let at = from;
    for (;;) {
      let kind = 0;
      let start = at;
      let end = -1;
      if (at < to && bytes[at] === QUOTE) {
        start += 1;
        kind = 1;
        let lines = 0;
        at += 1;
        for (;;) {
          if (at >= to) return last ? this.#literal(bytes, from, to, last) : -1;
          const byte = bytes[at] ?? 0;
          at += 1;
          if (byte === QUOTE) {
            if (at >= to && !last) return -1;
            if (at < to && bytes[at] === QUOTE) {
              kind = 2;
              at += 1;
              continue;
            }
            end = at - 1;
            break;
          }
          if (byte >= SPACE || byte === TAB) continue;
          if (byte === LF || byte === CR) {
            lines += 1;
            if (lines > MOST_LINES_IN_CELL) return this.#literal(bytes, from, to, last);
          } else if (flaw === FLAW.none) return this.#split(bytes, from, to, last, this.#breaks, FLAW.control);
        }
        while (at < to && bytes[at] === SPACE) at += 1;
        if (at >= to && !last) return -1;
        if (at < to && this.#breaks[bytes[at] ?? 0] === 0) return this.#literal(bytes, from, to, last);
      } else {
        while (at < to && stops[bytes[at] ?? 0] === 0) at += 1;
        if (at >= to && !last) return -1;
        end = at;
      }
      if (count < MOST_CELLS) {
        starts[count] = start;
        ends[count] = end;
        kinds[count] = kind;
      }
      count += 1;
      if (at < to && bytes[at] === delimiter) {
        at += 1;
        continue;
      }
      if (at < to && this.#breaks[bytes[at] ?? 0] === 0) {
        return this.#split(bytes, from, to, last, this.#breaks, FLAW.control);
      }
      this.count = count;
      this.flaw = flaw;
      return endOfRow(bytes, at, to, last);
    }
  }

  /** One line, its quotes taken as any other character. */
  #literal(bytes: Uint8Array, from: number, to: number, last: boolean): number {
    const delimiter = this.#delimiter;
    let count = 0;
    let start = from;
    this.flaw = FLAW.quote;
    for (let at = from; ; at += 1) {
      const byte = at < to ? bytes[at] : LF;
      if (byte !== delimiter && byte !== LF && byte !== CR) continue;
      if (count < MOST_CELLS) {
        this.starts[count] = start;
        this.ends[count] = at;
        this.kinds[count] = 0;
      }
      count += 1;
      start = at + 1;
      if (byte === delimiter) continue;
      this.count = count;
      if (at >= to && !last) return -1;
      return endOfRow(bytes, at, to, last);
    }
  }
}

/** @param at the line break, or the end of the bytes */
function endOfRow(bytes: Uint8Array, at: number, to: number, last: boolean): number {
  if (at >= to) return to;
  if (bytes[at] !== CR) return at + 1;
  // Whether a line feed follows is not known yet.
  if (at + 1 >= to && !last) return -1;
  return at + 1 < to && bytes[at + 1] === LF ? at + 2 : at + 1;
}
