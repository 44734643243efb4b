import { csvRow } from '../rows/write-csv.ts';
import type { SealedWriter } from '../source/sealed-file.ts';
import { openZip } from './open-zip.ts';
import { readSheet } from './read-sheet.ts';
import { readWorkbook } from './workbook.ts';

/** Characters that are gathered before they are written. */
const BLOCK = 1 << 18;

export interface CopiedSheet {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly hiddenRows: number;
}

/**
 * Copies one sheet of a workbook as CSV, each row at least as wide as those before it.
 * @param wanted name of the sheet; without it, or when there is none, the first that is not hidden
 * @param proceed called between pieces with the share that is done, 0 to 1
 * @returns undefined when `proceed` stopped it
 * @throws FailureError `invalid`
 */
export async function copySheet(
  path: string,
  wanted: string | undefined,
  target: SealedWriter,
  proceed: (share: number) => boolean,
): Promise<CopiedSheet | undefined> {
  const zip = await openZip(path);
  try {
    const book = await readWorkbook(zip);
    const sheet =
      book.sheets.find(({ name }) => name === wanted) ?? book.sheets.find(({ visible }) => visible) ?? book.sheets[0];
    if (sheet === undefined) return undefined;
    const size = Math.max(1, zip.size(sheet.part));
    let block = '';
    // Cells that are empty to the end of a row are not in the sheet at all.
    let width = 0;
    const hiddenRows = await readSheet(zip, book, sheet, {
      row(cells) {
        width = Math.max(width, cells.length);
        block += csvRow([...cells, ...new Array<string>(width - cells.length).fill('')]);
      },
      async proceed(unpacked) {
        if (block.length > BLOCK) {
          await target.write(Buffer.from(block));
          block = '';
        }
        return proceed(unpacked / size);
      },
    });
    if (hiddenRows === undefined) return undefined;
    await target.write(Buffer.from(block));
    return { sheets: book.sheets.map(({ name }) => name), sheet: sheet.name, hiddenRows };
  } finally {
    zip.close();
  }
}
