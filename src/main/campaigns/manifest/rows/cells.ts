import { MOST_CELLS, type RowSplitter } from './split-rows.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const ASCII_LIMIT = 0x80;

/** The text of one stored cell of the splitter's row; bytes that are no UTF-8 become U+FFFD. */
export function cellText(bytes: Uint8Array, row: RowSplitter, cell: number): string {
  const start = row.starts[cell] ?? 0;
  const end = row.ends[cell] ?? start;
  const text = decode(bytes, start, end);
  return row.kinds[cell] === 2 ? text.replaceAll('""', '"') : text;
}

/** The texts of all cells of the splitter's row that are stored. */
export function cellTexts(bytes: Uint8Array, row: RowSplitter): string[] {
  const texts: string[] = [];
  for (let cell = 0; cell < Math.min(row.count, MOST_CELLS); cell += 1) texts.push(cellText(bytes, row, cell));
  return texts;
}

/** Short cells of plain ASCII are the most, and quicker by hand than through the decoder. */
function decode(bytes: Uint8Array, start: number, end: number): string {
  if (end - start > 24) return decoder.decode(bytes.subarray(start, end));
  let text = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= ASCII_LIMIT) return decoder.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}
