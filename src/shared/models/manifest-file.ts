import type { ColumnUse } from './manifest-columns.ts';

/** Encodings that a text file may be read in. */
export const MANIFEST_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
] as const;
export type ManifestEncoding = (typeof MANIFEST_ENCODINGS)[number];

export const MANIFEST_DELIMITERS = [',', ';', '\t', '|'] as const;
export type ManifestDelimiter = (typeof MANIFEST_DELIMITERS)[number];

/** How the operator wants the file read where it was not read right by itself. */
export interface Reading {
  readonly encoding?: ManifestEncoding | undefined;
  readonly delimiter?: ManifestDelimiter | undefined;
  /** Row of the file, from 1, that names the columns; 0 when none does. */
  readonly headerRow?: number | undefined;
  /** Name of a sheet of a workbook. */
  readonly sheet?: string | undefined;
}

export interface FileColumn {
  /** From 0, as in the file. */
  readonly column: number;
  /** '' where the file gives none. */
  readonly header: string;
  /** First values that are not empty. */
  readonly samples: readonly string[];
  /** What it is probably used for. */
  readonly guess: ColumnUse;
}

/** A file as it was read. */
export interface ManifestFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: number;
  readonly kind: 'csv' | 'xlsx';
  readonly encoding: ManifestEncoding;
  /** Whether it begins with a byte order mark. */
  readonly marked: boolean;
  readonly delimiter: ManifestDelimiter;
  /** As in `Reading`. */
  readonly headerRow: number;
  /** Row of the file, from 1, with the first contact. */
  readonly firstRow: number;
  readonly columns: readonly FileColumn[];
  /** Of a workbook: its sheets, and the one that is read. */
  readonly sheets?: readonly string[];
  readonly sheet?: string;
  /** Rows of the sheet that are hidden in the workbook and read like the others. */
  readonly hiddenRows?: number;
  /** Tells files with the same columns; a digest. */
  readonly signature: string;
}
