/** Where one cell stands in the bytes of a file: without its quotes, but with doubled quotes inside it. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  /** It has doubled quotes, each of which stands for one. */
  readonly escaped: boolean;
}
/** One record of the file. */
export interface Row {
  readonly from: number;
  /** Where the next record begins. */
  readonly next: number;
  readonly cells: readonly Cell[];
  /** A quoted cell that is not closed, or has more after its closing quote. */
  readonly broken: boolean;
}

const quote = 0x22;
const comma = 0x2c;
const lf = 0x0a;
const cr = 0x0d;

/**
 * Reads one record of CSV (RFC 4180; CRLF, LF and CR all end a line) from bytes, so that a million rows can be found
 * again by where they begin instead of being kept as objects.
 *
 * @param at where the record begins
 * @returns undefined at the end of the file
 */
export function readRow(file: Uint8Array, at: number): Row | undefined {
  if (at >= file.length) return undefined;
  const cells: Cell[] = [];
  let broken = false;
  let pos = at;
  for (;;) {
    const cell = file[pos] === quote ? quotedCell(file, pos) : plainCell(file, pos);
    cells.push(cell);
    broken ||= cell.broken;
    const end = file[cell.end];
    pos = cell.end + 1;
    if (end === comma) continue;
    const next = end === cr && file[pos] === lf ? pos + 1 : Math.min(pos, file.length);
    return { from: at, next, cells, broken };
  }
}

interface Found extends Cell {
  /** Where the separator stands, or the end of the file. */
  readonly end: number;
  readonly broken: boolean;
}

function plainCell(file: Uint8Array, from: number): Found {
  const end = cellEnd(file, from);
  return { from, to: end, escaped: false, end, broken: false };
}

function cellEnd(file: Uint8Array, from: number): number {
  let pos = from;
  while (pos < file.length) {
    const byte = file[pos];
    if (byte === comma || byte === lf || byte === cr) break;
    pos += 1;
  }
  return pos;
}

function quotedCell(file: Uint8Array, opening: number): Found {
  const from = opening + 1;
  let escaped = false;
  let pos = file.indexOf(quote, from);
  while (pos >= 0 && file[pos + 1] === quote) {
    escaped = true;
    pos = file.indexOf(quote, pos + 2);
  }
  if (pos < 0) return { from, to: file.length, escaped, end: file.length, broken: true };
  const end = cellEnd(file, pos + 1);
  return { from, to: pos, escaped, end, broken: end !== pos + 1 };
}

/** The text of a cell. Bytes that are no UTF-8 become U+FFFD. */
export function cellText(file: Buffer, { from, to, escaped }: Cell): string {
  const text = file.toString('utf8', from, to);
  return escaped ? text.replaceAll('""', '"') : text;
}

/** One record as CSV; cells that need it are quoted. */
export function writeRow(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
