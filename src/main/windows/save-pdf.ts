import { FailureError } from '../../shared/models/failure.ts';

/** A page as far as it can be printed; Electron's `WebContents` is one. */
export interface PrintedPage {
  printToPDF(options: { readonly landscape: boolean; readonly printBackground: boolean }): Promise<Uint8Array>;
}

export interface PdfWish {
  /** What the save dialog begins with. */
  readonly suggestedName: string;
  readonly landscape: boolean;
}

/** Asks where to, then writes; false when the operator thought better of it. @throws FailureError `file-write-failed` */
export type SaveFile = (suggestedName: string, content: Uint8Array) => Promise<boolean>;

/**
 * Prints a page as it stands, by its styles for paper, and saves it as PDF where the operator wants it.
 *
 * @returns false when the operator thought better of it
 * @throws FailureError `unavailable` with `print-failed`; whatever `save` throws
 */
export async function savePdf(
  page: PrintedPage | undefined,
  { suggestedName, landscape }: PdfWish,
  save: SaveFile,
): Promise<boolean> {
  let content: Uint8Array | undefined;
  try {
    // Backgrounds are meant: bands and marks of risk are told by them as well; the styles for paper are white.
    content = await page?.printToPDF({ landscape, printBackground: true });
  } catch (cause) {
    throw new FailureError('unavailable', 'The page could not be printed', { reason: 'print-failed' }, { cause });
  }
  if (content === undefined) throw new FailureError('unavailable', 'No page to print', { reason: 'print-failed' });
  return save(suggestedName.endsWith('.pdf') ? suggestedName : `${suggestedName}.pdf`, content);
}
