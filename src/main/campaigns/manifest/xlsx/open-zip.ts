import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FailureError } from '../../../../shared/models/failure.ts';
import { workbookFailure } from './workbook-failure.ts';

/** Parts that a workbook may have. */
const MOST_PARTS = 10_000;
/** A part of this size packs to no less than a hundredth unless it says the same thing over and over. */
const SUSPECT_BYTES = 64 << 20;
const SUSPECT_RATIO = 100;

export interface Zip {
  has(name: string): boolean;
  /** Unpacked size as the archive tells it. */
  size(name: string): number;
  /**
   * Unpacks one part, piece by piece.
   * @param limit most bytes that it may unpack to
   * @throws FailureError `invalid` (`manifest-zip-bomb`, `manifest-workbook-too-large`, `manifest-workbook-broken`)
   */
  read(name: string, limit: number): AsyncGenerator<Buffer>;
  close(): void;
}

/**
 * Opens an archive by its directory; nothing is unpacked before it is asked for, and then no more than the directory told.
 * @throws FailureError `invalid` (`manifest-workbook-broken`)
 */
export async function openZip(path: string): Promise<Zip> {
  const zip = await readable(() =>
    openPromise(path, { lazyEntries: true, validateEntrySizes: true, autoClose: false }),
  );
  const parts = await readable(() => listParts(zip));
  const part = (name: string): Entry => {
    const found = parts.get(name);
    if (found === undefined) throw workbookFailure('manifest-workbook-broken');
    return found;
  };
  return {
    has: (name) => parts.has(name),
    size: (name) => part(name).uncompressedSize,
    async *read(name, limit) {
      const entry = part(name);
      if (entry.isEncrypted()) throw workbookFailure('manifest-workbook-broken');
      if (entry.uncompressedSize > SUSPECT_BYTES && entry.uncompressedSize > entry.compressedSize * SUSPECT_RATIO) {
        throw workbookFailure('manifest-zip-bomb');
      }
      if (entry.uncompressedSize > limit) throw workbookFailure('manifest-workbook-too-large');
      const stream = await readable<Readable>(() => zip.openReadStreamPromise(entry));
      // Yauzl ends the stream with an error as soon as it holds more than the directory told.
      try {
        for await (const piece of stream) yield piece as Buffer;
      } catch (thrown) {
        throw thrown instanceof FailureError ? thrown : workbookFailure('manifest-workbook-broken', thrown);
      } finally {
        stream.destroy();
      }
    },
    close: () => zip.close(),
  };
}

async function listParts(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  if (zip.entryCount > MOST_PARTS) throw workbookFailure('manifest-zip-bomb');
  for await (const entry of zip.eachEntry()) parts.set(entry.fileName, entry);
  return parts;
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    throw thrown instanceof FailureError ? thrown : workbookFailure('manifest-workbook-broken', thrown);
  }
}
