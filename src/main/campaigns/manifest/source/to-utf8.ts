import type { ManifestEncoding } from '../../../../shared/models/manifest-file.ts';
import type { ByteSource } from './byte-source.ts';
import type { SealedWriter } from './sealed-file.ts';

const BLOCK = 1 << 20;

/**
 * Copies a text as UTF-8 without a mark.
 * @param proceed called between blocks with the bytes done. @returns false when `proceed` stopped it
 */
export async function copyAsUtf8(
  source: ByteSource,
  encoding: ManifestEncoding,
  target: SealedWriter,
  proceed: (done: number) => boolean,
): Promise<boolean> {
  const decoder = new TextDecoder(encoding);
  const bytes = new Uint8Array(Math.min(BLOCK, source.size));
  for (let position = 0; position < source.size; ) {
    const read = await source.read(bytes, 0, bytes.length, position);
    if (read === 0) break;
    position += read;
    await target.write(Buffer.from(decoder.decode(bytes.subarray(0, read), { stream: true })));
    if (!proceed(position)) return false;
  }
  await target.write(Buffer.from(decoder.decode()));
  return true;
}
