import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FailureError } from '../../../../shared/models/failure.ts';
import type { FileColumn, ManifestEncoding, ManifestFile, Reading } from '../../../../shared/models/manifest-file.ts';
import { MANIFEST_DELIMITERS } from '../../../../shared/models/manifest-file.ts';
import { MANIFEST_LIMITS } from '../../../../shared/models/manifest-limits.ts';
import type { TableBytes } from '../check/check-rows.ts';
import { NumberReader } from '../phone/read-number.ts';
import { type CopiedSheet, copySheet } from '../xlsx/copy-sheet.ts';
import { type ByteSource, openFile } from './byte-source.ts';
import { detectEncoding, type FoundEncoding } from './detect-encoding.ts';
import { consistency, detectDelimiter, detectHeaderRow, isTold, type SampleRow, sampleRows } from './detect-table.ts';
import { guessColumns } from './guess-columns.ts';
import { newFileKey, openSealedFile, writeSealedFile } from './sealed-file.ts';
import { copyAsUtf8 } from './to-utf8.ts';

const SAMPLE = 1 << 18;
const SAMPLES_A_COLUMN = 5;
const SAMPLE_LENGTH = 80;

export interface OpenManifest {
  readonly file: ManifestFile;
  readonly table: TableBytes;
  /** Contacts in the file, by the length of the first ones. */
  readonly expectedRows: number;
  /** Closes the file and deletes what was made of it. */
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly path: string;
  /** Where a copy may be put while the file is open. */
  readonly folder: string;
  readonly reading: Reading;
  /** Two letters, to tell the column of numbers. */
  readonly country: string;
  /** Called while a copy is made, with the share that is done. @returns false to stop */
  readonly proceed: (share: number) => boolean;
}

/**
 * Opens a file of contacts and tells how it is written and what its columns are. CSV in UTF-8 is read where it is; other encodings
 * and workbooks are copied first, into a file that only this run can read.
 *
 * @throws FailureError `invalid` (`manifest-…`: what the file is instead), `cancelled`, `unavailable` (`manifest-unreadable`)
 */
export async function openManifest(options: OpenOptions): Promise<OpenManifest> {
  const original = await openFile(options.path).catch((cause: unknown) => {
    throw new FailureError('unavailable', 'The file cannot be read', { reason: 'manifest-unreadable' }, { cause });
  });
  const copy = new PrivateCopy(options.folder);
  try {
    if (original.size === 0) throw refusal('manifest-empty');
    if (original.size > MANIFEST_LIMITS.fileBytes) throw refusal('manifest-too-large');
    const kind = await fileKind(original);
    if (kind === 'xlsx') {
      const sheet = await copy.make((writer) =>
        copySheet(options.path, options.reading.sheet, writer, options.proceed),
      );
      const found = { encoding: 'utf-8', mark: 0 } as const;
      return await describe(options, copy, copy.source, original, { kind, found, sheet });
    }
    const found = await chosenEncoding(original, options.reading.encoding);
    if (found.encoding === 'utf-8') return await describe(options, copy, original, original, { kind, found });
    await copy.make(async (writer) => {
      const whole = await copyAsUtf8(original, found.encoding, writer, (done) => options.proceed(done / original.size));
      return whole ? true : undefined;
    });
    return await describe(options, copy, copy.source, original, { kind, found });
  } catch (thrown) {
    await copy.remove();
    await original.close();
    throw thrown;
  }
}

interface Found {
  readonly kind: 'csv' | 'xlsx';
  readonly found: FoundEncoding;
  readonly sheet?: CopiedSheet;
}

/** The file as text that only this process can read; deleted with it. */
class PrivateCopy {
  readonly #path: string;
  readonly #key = newFileKey();
  #source: ByteSource | undefined;

  constructor(folder: string) {
    this.#path = join(folder, `${randomUUID()}.copy`);
  }

  get source(): ByteSource {
    if (this.#source === undefined) throw new TypeError('No copy was made');
    return this.#source;
  }

  /** @param write gives undefined when it was stopped. @throws FailureError `cancelled` */
  async make<T>(write: (writer: Awaited<ReturnType<typeof writeSealedFile>>) => Promise<T | undefined>): Promise<T> {
    const writer = await writeSealedFile(this.#path, this.#key);
    const made = await write(writer).catch(async (thrown: unknown) => {
      await writer.abandon();
      throw thrown;
    });
    if (made === undefined) {
      await writer.abandon();
      throw new FailureError('cancelled', 'Stopped');
    }
    await writer.finish();
    this.#source = await openSealedFile(this.#path, this.#key);
    return made;
  }

  async remove(): Promise<void> {
    await this.#source?.close();
    await rm(this.#path, { force: true });
  }
}

async function describe(
  options: OpenOptions,
  copy: PrivateCopy,
  source: ByteSource,
  original: ByteSource,
  { kind, found, sheet }: Found,
): Promise<OpenManifest> {
  const bytes = new Uint8Array(Math.min(SAMPLE, source.size));
  await source.read(bytes, 0, bytes.length, 0);
  const whole = bytes.length === source.size;
  // The copy of another encoding has no mark.
  const from = source === original ? found.mark : 0;
  if (
    /^\s*(?:<(?:!doctype|html|\?xml|table)|[[{]\s*["[{\]}])/i.test(
      Buffer.from(bytes.subarray(from, from + 200)).toString(),
    )
  ) {
    throw refusal('manifest-not-a-table');
  }
  const delimiter = kind === 'xlsx' ? ',' : (options.reading.delimiter ?? detectDelimiter(bytes, from, whole));
  const rows = sampleRows(bytes, from, delimiter, whole);
  const headerRow = Math.min(options.reading.headerRow ?? detectHeaderRow(rows), rows.length);
  const before = headerRow > 0 ? headerRow : leadIn(rows);
  const contacts = rows.slice(before);
  const columns = describeColumns(headerRow > 0 ? rows[headerRow - 1] : undefined, contacts, options.country);
  if (columns.length > MANIFEST_LIMITS.columns) throw refusal('manifest-too-many-columns');

  const start = rows[before]?.start ?? rows.at(-1)?.end ?? from;
  const last = contacts.at(-1);
  const length = last === undefined ? 1 : Math.max(1, (last.end - start) / contacts.length);
  return {
    file: {
      name: basename(options.path),
      bytes: original.size,
      kind,
      encoding: found.encoding,
      marked: found.mark > 0,
      delimiter: MANIFEST_DELIMITERS.find((known) => known === delimiter) ?? ',',
      headerRow,
      firstRow: before + 1,
      columns,
      ...(sheet === undefined ? {} : { sheets: sheet.sheets, sheet: sheet.sheet, hiddenRows: sheet.hiddenRows }),
      signature: signatureOf(columns, headerRow > 0),
    },
    table: { source, from: start, delimiter: delimiter.charCodeAt(0) },
    expectedRows: Math.min(MANIFEST_LIMITS.rows, Math.ceil(((source.size - start) / length) * 1.05)),
    async close() {
      await original.close();
      await copy.remove();
    },
  };
}

/** Rows before the first contact when no row names the columns: only the line `sep=;`. */
const leadIn = (rows: readonly SampleRow[]): number => (isTold(rows[0]?.cells ?? []) ? 1 : 0);

function describeColumns(
  header: SampleRow | undefined,
  contacts: readonly SampleRow[],
  country: string,
): readonly FileColumn[] {
  const width = header?.count ?? consistency(contacts).width;
  const headers = Array.from({ length: width }, (_, column) =>
    (header?.cells[column] ?? '').trim().slice(0, MANIFEST_LIMITS.header),
  );
  const reader = new NumberReader(country);
  const values = headers.map((_, column) => contacts.map(({ cells }) => (cells[column] ?? '').trim()));
  const filled = values.map((cells) => cells.filter((cell) => cell !== ''));
  const numbers = values.map(
    (cells) => cells.filter((cell) => typeof reader.fromText(cell) === 'number').length / Math.max(1, cells.length),
  );
  const guesses = guessColumns(
    headers,
    filled.map(({ length }) => length > 0),
    numbers,
  );
  return headers.map((title, column) => ({
    column,
    header: title,
    samples: (filled[column] ?? []).slice(0, SAMPLES_A_COLUMN).map((cell) => cell.slice(0, SAMPLE_LENGTH)),
    guess: guesses[column] ?? { kind: 'ignore' },
  }));
}

/** Files of the same columns have the same signature. It is a digest: a first row may be a person. */
function signatureOf(columns: readonly FileColumn[], named: boolean): string {
  const names = named ? columns.map(({ header }) => header.toLowerCase()) : [`${columns.length} columns`];
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}

async function chosenEncoding(source: ByteSource, wanted: ManifestEncoding | undefined): Promise<FoundEncoding> {
  const found = await detectEncoding(source);
  if (wanted !== undefined) return { encoding: wanted, mark: found?.encoding === wanted ? found.mark : 0 };
  if (found === undefined) throw refusal('manifest-binary');
  return found;
}

const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b];
/** PDF, PNG, JPEG, gzip, 7z, RAR. */
const OTHERS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];

async function fileKind(source: ByteSource): Promise<'csv' | 'xlsx'> {
  const head = new Uint8Array(8);
  await source.read(head, 0, head.length, 0);
  const begins = (bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (begins(ZIP) && (head[2] ?? 0) < 0x10) return 'xlsx';
  if (begins(OLD_EXCEL)) throw refusal('manifest-old-excel');
  if (OTHERS.some(begins)) throw refusal('manifest-binary');
  return 'csv';
}

/** What a file is that cannot be read as a manifest. */
type Refusal =
  | 'manifest-empty'
  | 'manifest-too-large'
  | 'manifest-binary'
  | 'manifest-old-excel'
  | 'manifest-not-a-table'
  | 'manifest-too-many-columns';

const refusal = (reason: Refusal): FailureError => new FailureError('invalid', 'The file is no manifest', { reason });
