import { createHash } from 'node:crypto';
import type { RefusedRow } from '../../../../shared/models/manifest-receipt.ts';
import { isSystemError } from '../../../storage/atomic-file.ts';
import { openSealedFile, writeSealedFile } from '../source/sealed-file.ts';

/** A key of a sealed file is for one file only: this one's is made of the upload's. */
const ownKey = (key: Uint8Array): Uint8Array => createHash('sha256').update('refused').update(key).digest();

/** Keeps the rows that the instance did not take; they hold numbers. @param key of the upload's index */
export async function writeRefused(path: string, key: Uint8Array, rows: readonly RefusedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const writer = await writeSealedFile(path, ownKey(key));
  await writer.write(Buffer.from(JSON.stringify(rows)));
  await writer.finish();
}

/** What `writeRefused` kept; nothing when it kept nothing. */
export async function readRefused(path: string, key: Uint8Array): Promise<readonly RefusedRow[]> {
  try {
    const source = await openSealedFile(path, ownKey(key));
    try {
      const bytes = Buffer.alloc(source.size);
      await source.read(bytes, 0, bytes.length, 0);
      // This console wrote it, and nobody else has the key.
      return JSON.parse(bytes.toString()) as readonly RefusedRow[];
    } finally {
      await source.close();
    }
  } catch (thrown) {
    if (isSystemError(thrown, 'ENOENT')) return [];
    throw thrown;
  }
}
