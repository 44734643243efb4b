import { type FileHandle, open } from 'node:fs/promises';

/** Bytes that can be read anywhere, more than once. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** Fills `target` from `offset` on with up to `length` bytes. @returns how many there were */
  read(target: Uint8Array, offset: number, length: number, position: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * A file of the operator's, held open: what is read later is the same file even when another takes its name.
 * @throws the system's error
 */
export async function openFile(path: string): Promise<ByteSource & { readonly handle: FileHandle }> {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  return {
    size,
    handle,
    async read(target, offset, length, position) {
      const { bytesRead } = await handle.read(target, offset, length, position);
      return bytesRead;
    },
    close: () => handle.close(),
  };
}
