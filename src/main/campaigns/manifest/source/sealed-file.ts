import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { ByteSource } from './byte-source.ts';

/**
 * Files with people's numbers that the console itself writes are encrypted: AES-256 in counter mode, so that any part can be
 * read alone. A key is for one file only. That nothing was changed is told by the SHA-256 of the content.
 */
const ALGORITHM = 'aes-256-ctr';
const BLOCK = 16;

/** A key for one new file. */
export const newFileKey = (): Uint8Array => randomBytes(32);

export interface SealedWriter {
  write(bytes: Uint8Array): Promise<void>;
  /** Flushes and closes. @returns size and SHA-256 (hex) of the content */
  finish(): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Closes without finishing. */
  abandon(): Promise<void>;
}

/** Begins a new file, readable by its owner only. @throws the system's error */
export async function writeSealedFile(path: string, key: Uint8Array): Promise<SealedWriter> {
  const handle = await open(path, 'w', 0o600);
  const cipher = createCipheriv(ALGORITHM, key, counterAt(0));
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    async write(part) {
      hash.update(part);
      bytes += part.length;
      const sealed = cipher.update(part);
      for (let done = 0; done < sealed.length; ) done += (await handle.write(sealed, done)).bytesWritten;
    },
    async finish() {
      await handle.sync();
      await handle.close();
      return { bytes, sha256: hash.digest('hex') };
    },
    abandon: () => handle.close(),
  };
}

/** Opens a file that `writeSealedFile` wrote. @throws the system's error */
export async function openSealedFile(path: string, key: Uint8Array): Promise<ByteSource> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    async read(target, offset, length, position) {
      const lead = position % BLOCK;
      const { bytesRead } = await handle.read(target, offset, length, position);
      const cipher = createDecipheriv(ALGORITHM, key, counterAt((position - lead) / BLOCK));
      if (lead > 0) cipher.update(new Uint8Array(lead));
      target.set(cipher.update(target.subarray(offset, offset + bytesRead)), offset);
      return bytesRead;
    },
    close: () => handle.close(),
  };
}

/** The counter of a block; the key is used once, so it may start at nothing. */
function counterAt(block: number): Uint8Array {
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(block), 8);
  return counter;
}
