/**
 * One cell of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe: names and
 * messages come from outside.
 */
export function csvCell(value: string | number | boolean | undefined): string {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line of a CSV file. */
export function csvLine(values: readonly (string | number | boolean | undefined)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`;
}
