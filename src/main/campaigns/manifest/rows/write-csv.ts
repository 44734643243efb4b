const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** One row of a CSV file as RFC 4180 has it, with a line feed. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => (NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
