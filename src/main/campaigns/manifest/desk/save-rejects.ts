import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import type { ManifestFile } from '../../../../shared/models/manifest-file.ts';
import { verdictOfReason } from '../../../../shared/models/manifest-reasons.ts';
import { guarded } from '../check/formula.ts';
import { csvRow } from '../rows/write-csv.ts';
import { type CheckedTable, eachRow } from './output-rows.ts';

/** Marks UTF-8 for spreadsheets. */
const MARK = '\ufeff';

/** Words of the window for the columns that are added; reasons by their names. */
export interface RejectWords {
  readonly row: string;
  readonly verdict: string;
  readonly why: string;
  readonly verdicts: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}

/**
 * Writes every row that is not accepted as CSV: where it is, why, and its cells as they are now, none of which a spreadsheet
 * computes.
 * @returns how many rows
 * @throws the system's error
 */
export async function saveRejects(
  checked: CheckedTable,
  file: ManifestFile,
  path: string,
  words: RejectWords,
): Promise<number> {
  const out = createWriteStream(path, { mode: 0o600 });
  const ended = finished(out);
  ended.catch(() => undefined);
  let rows = 0;
  let text = MARK + csvRow([words.row, words.verdict, words.why, ...file.columns.map(({ header }) => guarded(header))]);
  await eachRow(
    checked,
    (row) => checked.book.reason(row) !== 'accepted',
    (row, cells) => {
      const reason = checked.book.reason(row);
      const verdict = words.verdicts[verdictOfReason(reason)] ?? verdictOfReason(reason);
      text += csvRow([String(file.firstRow + row), verdict, words.reasons[reason] ?? reason, ...cells.map(guarded)]);
      rows += 1;
    },
    async () => {
      const drained = out.write(text) || out.errored !== null;
      text = '';
      if (!drained) await new Promise<void>((resolve) => out.once('drain', resolve).once('error', () => resolve()));
      return out.errored === null;
    },
  );
  out.end(text);
  await ended;
  return rows;
}
