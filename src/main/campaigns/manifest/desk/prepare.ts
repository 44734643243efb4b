import { FailureError } from '../../../../shared/models/failure.ts';
import { csvRow } from '../rows/write-csv.ts';
import { writeSealedFile } from '../source/sealed-file.ts';
import { type CheckedTable, eachRow, outputColumns, outputRow } from './output-rows.ts';
import { rowDigest } from './row-digest.ts';

/** Characters that are gathered before they are written. */
const BLOCK = 1 << 18;

export interface Prepared {
  readonly bytes: number;
  /** Of the content, hexadecimal. */
  readonly sha256: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface PrepareFiles {
  /** The manifest itself. */
  readonly content: string;
  /** For each of its rows: number, digest of the other values, row in the file. */
  readonly index: string;
  readonly key: Uint8Array;
  readonly indexKey: Uint8Array;
}

/**
 * Writes what is uploaded: UTF-8 CSV of the accepted rows, as the platform wants it, in a file that only the console can read.
 * @param goOn called between blocks with the rows that are written. @returns false to stop
 * @throws FailureError `cancelled`
 */
export async function prepareUpload(
  checked: CheckedTable,
  files: PrepareFiles,
  goOn: (rows: number) => boolean,
): Promise<Prepared> {
  const columns = outputColumns(checked.uses);
  const output = outputRow(checked);
  const digest = rowDigest(columns);
  const content = await writeSealedFile(files.content, files.key);
  const index = await writeSealedFile(files.index, files.indexKey);
  let text = csvRow(columns);
  let entries: number[] = [];
  let rows = 0;
  const flush = async (): Promise<void> => {
    await content.write(Buffer.from(text));
    await index.write(new Uint8Array(Float64Array.from(entries).buffer));
    text = '';
    entries = [];
  };
  try {
    const whole = await eachRow(
      checked,
      (row) => checked.book.reason(row) === 'accepted',
      (row, cells) => {
        const number = checked.book.number(row);
        const values = output(number, cells);
        text += csvRow(values);
        entries.push(number, digest(values), row);
        rows += 1;
      },
      async () => {
        if (text.length > BLOCK) await flush();
        return goOn(rows);
      },
    );
    if (!whole) throw new FailureError('cancelled', 'Stopped');
    await flush();
    await index.finish();
    return { ...(await content.finish()), columns, rows };
  } catch (thrown) {
    await Promise.allSettled([content.abandon(), index.abandon()]);
    throw thrown;
  }
}
