import { MANIFEST_DELIMITERS, type ManifestDelimiter } from '../../../../shared/models/manifest-file.ts';
import { cellTexts } from '../rows/cells.ts';
import { FLAW, RowSplitter } from '../rows/split-rows.ts';
import { fieldOf } from './guess-columns.ts';

/** A row near the beginning of the file. */
export interface SampleRow {
  readonly cells: readonly string[];
  readonly count: number;
  /** Where it begins and where the next one does, in bytes of the source. */
  readonly start: number;
  readonly end: number;
  readonly flaw: number;
}

const MOST_ROWS = 200;

/** Rows at the beginning of a file; one that the bytes cut off is left out. @param from behind the byte order mark */
export function sampleRows(bytes: Uint8Array, from: number, delimiter: string, whole: boolean): readonly SampleRow[] {
  const splitter = new RowSplitter(delimiter.charCodeAt(0));
  const rows: SampleRow[] = [];
  for (let at = from; at < bytes.length && rows.length < MOST_ROWS; ) {
    const end = splitter.next(bytes, at, bytes.length, whole);
    if (end < 0) break;
    rows.push({ cells: cellTexts(bytes, splitter), count: splitter.count, start: at, end, flaw: splitter.flaw });
    at = end;
  }
  return rows;
}

/**
 * The delimiter by which most rows have the same number of cells, more than one; of equals the one with more cells. A first line
 * `sep=;`, as spreadsheets write it, decides.
 */
export function detectDelimiter(bytes: Uint8Array, from: number, whole: boolean): ManifestDelimiter {
  const told = MANIFEST_DELIMITERS.find((delimiter) => delimiter === toldDelimiter(bytes, from));
  if (told !== undefined) return told;
  let best: ManifestDelimiter = ',';
  let most = { share: 0, width: 1 };
  for (const delimiter of MANIFEST_DELIMITERS) {
    const found = consistency(sampleRows(bytes, from, delimiter, whole));
    if (found.width < 2 || found.share < most.share) continue;
    if (found.share > most.share || found.width > most.width) {
      best = delimiter;
      most = found;
    }
  }
  return best;
}

/** The delimiter that a first line `sep=;` names. */
export function toldDelimiter(bytes: Uint8Array, from: number): string | undefined {
  const line = Buffer.from(bytes.subarray(from, from + 8)).toString('latin1');
  return /^"?sep=(.)"?\r?\n?/i.exec(line)?.[1];
}

/** The number of cells that most rows have, and how many of them do. */
export function consistency(rows: readonly SampleRow[]): { readonly share: number; readonly width: number } {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const byWidth = new Map<number, number>();
  for (const { count, flaw } of filled) if (flaw !== FLAW.quote) byWidth.set(count, (byWidth.get(count) ?? 0) + 1);
  let width = 1;
  let rowsOfWidth = 0;
  for (const [candidate, number] of byWidth) {
    if (number < rowsOfWidth || (number === rowsOfWidth && candidate < width)) continue;
    width = candidate;
    rowsOfWidth = number;
  }
  return { width, share: filled.length === 0 ? 0 : rowsOfWidth / filled.length };
}

const looksLikeNumber = (cell: string): boolean =>
  /^[\s'+(]*\d[\d\s().+-]*$/.test(cell) && cell.replace(/\D/g, '').length >= 7;

/**
 * Which row names the columns, from 1; 0 when the first row with cells is a contact already. Lines above it with at most one
 * filled cell are a title.
 */
export function detectHeaderRow(rows: readonly SampleRow[]): number {
  const { width } = consistency(rows);
  for (const [at, { cells }] of rows.entries()) {
    const filled = cells.filter((cell) => cell.trim() !== '');
    const title =
      filled.length === 1 && width > 1 && fieldOf(filled[0] ?? '') === undefined && !cells.some(looksLikeNumber);
    if (filled.length === 0 || title || isTold(cells)) continue;
    return cells.some(looksLikeNumber) ? 0 : at + 1;
  }
  return 0;
}

/** Whether a row is the line `sep=;` or what the delimiter made of it. */
export const isTold = (cells: readonly string[]): boolean => /^sep=.?$/i.test((cells[0] ?? '').trim());
