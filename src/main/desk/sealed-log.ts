import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** `DDSK`, format 1. What begins otherwise is none of ours. */
const MAGIC = Buffer.from([0x44, 0x44, 0x53, 0x4b, 0x01]);
const IV = 12;
const TAG = 16;
/** Larger frames are not written, and a length beyond it is damage. */
const LARGEST = 64 * 1024 * 1024;

/** The file is not ours, or was written with another key. */
export class ForeignLogError extends Error {}

/** Where a frame is: its first byte, its length as it is sealed, and how many come before it. */
export interface FramePlace {
  readonly at: number;
  readonly length: number;
  readonly nth: number;
}

/** What `readAll` found besides the frames. */
export interface LogEnd {
  /** Bytes up to the end of the last whole frame. */
  readonly size: number;
  /** Whether bytes after it were cut off: a crash in the middle of a write. */
  readonly torn: boolean;
}

/**
 * An append-only file of frames, each sealed by itself with AES-256-GCM (NIST SP 800-38D, 96-bit random nonces): no word of
 * a frame is on the disk in clear, and a frame that was altered does not open. The place of each frame in the file is
 * authenticated too, so that none can be moved or taken out before another; only a missing end goes unnoticed, as after a
 * crash.
 */
export class SealedLog {
  readonly #path: string;
  /** Made ready once: it is used for each of a hundred thousand frames. */
  readonly #key: KeyObject;
  #file: FileHandle | undefined;
  #size = 0;
  #count = 0;

  /** @param key 32 bytes. */
  constructor(path: string, key: Buffer) {
    this.#path = path;
    this.#key = createSecretKey(key);
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Opens the file, made when missing, and hands over every frame in order. Bytes after the last whole frame are cut off.
   * @throws ForeignLogError when it is not ours or the key does not fit; system errors as they come.
   */
  async openAndRead(take: (frame: Buffer, place: FramePlace) => void): Promise<LogEnd> {
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    const file = await open(this.#path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      if (size === 0) await file.appendFile(MAGIC);
      const end = size === 0 ? { size: MAGIC.length, torn: false } : await this.#readFrames(file, size, take);
      if (end.torn) await file.truncate(end.size);
      this.#file = file;
      this.#size = end.size;
      return end;
    } catch (thrown) {
      await file.close();
      throw thrown;
    }
  }

  async #readFrames(file: FileHandle, size: number, take: (frame: Buffer, place: FramePlace) => void): Promise<LogEnd> {
    const head = Buffer.alloc(MAGIC.length);
    await file.read(head, 0, MAGIC.length, 0);
    if (!head.equals(MAGIC)) throw new ForeignLogError('This is no desk file');
    const reader = new BlockReader(file, size, MAGIC.length);
    for (;;) {
      const at = reader.at;
      const length = (await reader.take(4))?.readUInt32LE(0);
      if (length === undefined) return { size: at, torn: at < size };
      if (length > LARGEST) throw new ForeignLogError('A frame of this file has an impossible length');
      const body = await reader.take(IV + TAG + length);
      if (body === undefined) return { size: at, torn: true };
      const place = { at: at + 4, length: body.length, nth: this.#count };
      const frame = unseal(this.#key, body, place.nth);
      this.#count += 1;
      take(frame, place);
    }
  }

  /** Reads one frame again. @throws ForeignLogError when it was altered meanwhile. */
  async readAt({ at, length, nth }: FramePlace): Promise<Buffer> {
    const body = Buffer.alloc(length);
    await this.#file?.read(body, 0, length, at);
    return unseal(this.#key, body, nth);
  }

  /** Appends frames and flushes them. Earlier ones are never touched. @returns where each of them is. */
  async append(frames: readonly Buffer[]): Promise<readonly FramePlace[]> {
    const file = this.#file;
    if (file === undefined) throw new Error('The log is not open');
    let at = this.#size;
    const first = this.#count;
    const sealed = frames.map((frame) => this.#seal(frame));
    const places = sealed.map(({ length }, index) => {
      const place = { at: at + 4, length: length - 4, nth: first + index };
      at += length;
      return place;
    });
    const bytes = Buffer.concat(sealed);
    await file.appendFile(bytes);
    await file.datasync();
    this.#size += bytes.length;
    return places;
  }

  #seal(frame: Buffer): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    cipher.setAAD(placeOf(this.#count));
    this.#count += 1;
    const body = Buffer.concat([cipher.update(frame), cipher.final()]);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length, 0);
    return Buffer.concat([length, iv, cipher.getAuthTag(), body]);
  }

  async close(): Promise<void> {
    await this.#file?.close();
    this.#file = undefined;
  }

  /** Closes and deletes the file. */
  async destroy(): Promise<void> {
    await this.close();
    await rm(this.#path, { force: true });
  }
}

function unseal(key: KeyObject, body: Buffer, nth: number): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, IV));
  decipher.setAAD(placeOf(nth));
  decipher.setAuthTag(body.subarray(IV, IV + TAG));
  try {
    const frame = decipher.update(body.subarray(IV + TAG));
    // Of this mode the end holds no bytes; it says whether the frame is whole.
    decipher.final();
    return frame;
  } catch {
    throw new ForeignLogError('A frame does not open: another key, or it was altered');
  }
}

function placeOf(count: number): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigUInt64LE(BigInt(count), 0);
  return place;
}

/** Reads a file forward in large blocks, so that a hundred thousand frames are not as many reads. */
class BlockReader {
  readonly #file: FileHandle;
  readonly #end: number;
  #block = Buffer.alloc(0);
  #blockAt: number;
  #at: number;

  constructor(file: FileHandle, end: number, at: number) {
    this.#file = file;
    this.#end = end;
    this.#at = at;
    this.#blockAt = at;
  }

  get at(): number {
    return this.#at;
  }

  /** The next bytes, or undefined when there are not so many. */
  async take(length: number): Promise<Buffer | undefined> {
    if (this.#at + length > this.#end) return undefined;
    const offset = this.#at - this.#blockAt;
    if (offset + length > this.#block.length) {
      const wanted = Math.min(Math.max(length, 4 * 1024 * 1024), this.#end - this.#at);
      const block = Buffer.alloc(wanted);
      const { bytesRead } = await this.#file.read(block, 0, wanted, this.#at);
      this.#block = block.subarray(0, bytesRead);
      this.#blockAt = this.#at;
      if (bytesRead < length) return undefined;
    }
    const start = this.#at - this.#blockAt;
    this.#at += length;
    return this.#block.subarray(start, start + length);
  }
}
