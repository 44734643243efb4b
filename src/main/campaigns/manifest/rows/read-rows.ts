import { isUtf8 } from 'node:buffer';
import { FailureError } from '../../../../shared/models/failure.ts';
import type { ByteSource } from '../source/byte-source.ts';
import type { RowSplitter } from './split-rows.ts';

/** Bytes that are read at once. */
const BLOCK = 1 << 20;
/** A row that is longer is none: the delimiter or the encoding is wrong, or the file is no table. */
const LONGEST_ROW = 64 << 20;
/** U+FFFD in UTF-8: what a program wrote in place of a character that it could not read. */
const REPLACEMENT = Buffer.from([0xef, 0xbf, 0xbd]);

export interface RowVisitor {
  /**
   * The splitter holds the cells of a row.
   * @param start where the row begins in the source; @param end where the next one does
   * @param sound whether the bytes are known to be UTF-8 without U+FFFD
   */
  row(bytes: Uint8Array, start: number, end: number, sound: boolean): void;
  /** Called between blocks. @returns false to stop */
  proceed(position: number): boolean | Promise<boolean>;
}

/**
 * Reads rows from `from` to the end of the source. Other work of the process gets its turn after every block.
 * @returns true when the end was reached
 * @throws FailureError `invalid` (`manifest-row-too-long`)
 */
export async function readRows(
  source: ByteSource,
  from: number,
  splitter: RowSplitter,
  visitor: RowVisitor,
): Promise<boolean> {
  let bytes = Buffer.allocUnsafe(BLOCK);
  let have = 0;
  let base = from;
  for (;;) {
    const read = await source.read(bytes, have, bytes.length - have, base + have);
    const to = have + read;
    const last = read === 0;
    const sound = isSound(bytes.subarray(0, to));
    let at = 0;
    while (at < to) {
      const next = splitter.next(bytes, at, to, last);
      if (next < 0) break;
      visitor.row(bytes, base + at, base + next, sound);
      at = next;
    }
    base += at;
    if (last) return true;
    if (!(await visitor.proceed(base))) return false;
    have = to - at;
    if (have > LONGEST_ROW) {
      throw new FailureError('invalid', 'A row never ends', { reason: 'manifest-row-too-long' });
    }
    // A long row is read on in ever larger pieces, so that it is not scanned again and again.
    const target = have > bytes.length / 2 ? Buffer.allocUnsafe(bytes.length * 2) : bytes;
    bytes.copy(target, 0, at, to);
    bytes = target;
  }
}

/**
 * Whether bytes are UTF-8 without U+FFFD. The last ones may be the beginning of a character: they are looked at with the next
 * block.
 */
export function isSound(bytes: Buffer): boolean {
  let end = bytes.length;
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      end = bytes.length - back;
      break;
    }
  }
  return isUtf8(bytes.subarray(0, end)) && !bytes.includes(REPLACEMENT);
}
