import { isUtf8 } from 'node:buffer';
import type { ManifestEncoding } from '../../../../shared/models/manifest-file.ts';
import type { ByteSource } from './byte-source.ts';

const BLOCK = 1 << 20;
const SAMPLE = 1 << 16;

export interface FoundEncoding {
  readonly encoding: ManifestEncoding;
  /** Length of the byte order mark, in bytes. */
  readonly mark: number;
}

/**
 * Tells the encoding of a text by its mark or by all of its bytes: a file is UTF-8 when it holds (nearly) nothing else, so one
 * accent in the last line decides as much as one in the first. What is neither is taken for Windows-1252, which holds Latin-1.
 *
 * @returns undefined for what is no text at all
 */
export async function detectEncoding(source: ByteSource): Promise<FoundEncoding | undefined> {
  const sample = Buffer.alloc(Math.min(SAMPLE, source.size));
  const head = sample.subarray(0, await source.read(sample, 0, sample.length, 0));
  if (isMark(head, [0xff, 0xfe, 0, 0]) || isMark(head, [0, 0, 0xfe, 0xff])) return undefined;
  if (isMark(head, [0xef, 0xbb, 0xbf])) return { encoding: 'utf-8', mark: 3 };
  if (isMark(head, [0xff, 0xfe])) return { encoding: 'utf-16le', mark: 2 };
  if (isMark(head, [0xfe, 0xff])) return { encoding: 'utf-16be', mark: 2 };
  const wide = withoutMark(head);
  if (wide !== undefined) return { encoding: wide, mark: 0 };
  if (looksBinary(head)) return undefined;
  return { encoding: (await isMostlyUtf8(source)) ? 'utf-8' : 'windows-1252', mark: 0 };
}

const isMark = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte);

/** UTF-16 of mostly Latin text has a zero in every other byte. */
function withoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = bytes.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

/** One stray control character is a flaw of a row; many are another kind of file. */
function looksBinary(bytes: Uint8Array): boolean {
  let odd = 0;
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) odd += 1;
  return odd > 8 && odd > bytes.length * 0.02;
}

/** Counts characters of several bytes that are sound against bytes that are not. */
async function isMostlyUtf8(source: ByteSource): Promise<boolean> {
  const bytes = Buffer.alloc(Math.min(BLOCK, source.size));
  let sound = 0;
  let broken = 0;
  let position = 0;
  while (position < source.size) {
    const read = await source.read(bytes, 0, bytes.length, position);
    if (read === 0) break;
    const block = bytes.subarray(0, read);
    // A character may be cut by the end of the block; it is counted anew with the next one.
    const cut = position + read < source.size ? unfinished(block) : 0;
    const whole = block.subarray(0, read - cut);
    if (!isUtf8(whole)) {
      const found = countSequences(whole);
      sound += found.sound;
      broken += found.broken;
    } else if (sound === 0 && whole.some((byte) => byte >= 0x80)) sound += countSequences(whole).sound;
    position += Math.max(1, read - cut);
  }
  return broken === 0 || sound >= broken * 4;
}

/** Bytes at the end that begin a character which goes on behind it. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back;
  }
  return 0;
}

function countSequences(bytes: Buffer): { readonly sound: number; readonly broken: number } {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] ?? 0;
    const length = byte < 0x80 ? 1 : byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    if (length === 1) at += 1;
    else if (length > 1 && isUtf8(bytes.subarray(at, at + length))) {
      sound += 1;
      at += length;
    } else {
      broken += 1;
      at += 1;
    }
  }
  return { sound, broken };
}
