import type { DiffKind, DiffRow, ManifestDiff } from '../../../../shared/models/manifest-check.ts';
import { openSealedFile } from '../source/sealed-file.ts';
import { type EarlierManifest, type FoundDiff, readUploadIndex } from './diff.ts';
import type { CheckedTable } from './output-rows.ts';
import type { RowPages } from './row-pages.ts';

/** Where the last upload from this machine left what it sent. */
export interface LastUpload {
  readonly path: string;
  readonly key: Uint8Array;
}

/** What the last upload from this machine sent. */
export async function readLastUpload({ path, key }: LastUpload): Promise<EarlierManifest> {
  const source = await openSealedFile(path, key);
  try {
    return await readUploadIndex(source);
  } finally {
    await source.close();
  }
}

export function countDiff(
  { before, same, added, changed, removed }: FoundDiff,
  against: ManifestDiff['against'],
): ManifestDiff {
  return { against, before, same, added: added.length, changed: changed.length, removed: removed.length };
}

/** Some rows of one kind of difference, with the names that the file has for them. @param firstRow of contacts in the file */
export async function diffRows(
  found: FoundDiff,
  kind: DiffKind,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  { checked, pages }: { readonly checked: CheckedTable; readonly pages: RowPages },
  firstRow: number,
): Promise<readonly DiffRow[]> {
  if (kind === 'removed') {
    return [...found.removed.slice(offset, offset + limit)].map((number) => ({ phone: `+${number}` }));
  }
  const nameColumns = ['firstName', 'lastName'].map((field) =>
    checked.uses.findIndex((use) => use.kind === 'field' && use.field === field),
  );
  const page: DiffRow[] = [];
  for (const row of found[kind].slice(offset, offset + limit)) {
    const { cells } = await pages.text(row);
    const name = nameColumns
      .map((column) => (cells[column] ?? '').trim())
      .join(' ')
      .trim();
    page.push({
      phone: `+${checked.book.number(row)}`,
      rowNumber: firstRow + row,
      ...(name === '' ? {} : { name: name.slice(0, 200) }),
    });
  }
  return page;
}
