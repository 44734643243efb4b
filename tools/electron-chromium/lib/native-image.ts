/** `nativeImage`: PNG bytes and what their header tells. */
import { readFileSync } from 'node:fs';
import { strict } from './strict.ts';

// A PNG holds its width and height at these offsets.
const widthAt = 16;
const heightAt = 20;

export class StoredImage {
  private readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  isEmpty(): boolean {
    return this.bytes.length === 0;
  }

  toPNG(): Buffer {
    return this.bytes;
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.bytes.toString('base64')}`;
  }

  getSize(): { width: number; height: number } {
    if (this.bytes.length < heightAt + 4) return { width: 0, height: 0 };
    return { width: this.bytes.readUInt32BE(widthAt), height: this.bytes.readUInt32BE(heightAt) };
  }

  setTemplateImage(): void {}

  /** The same picture: nothing here shows it in another size. */
  resize(): StoredImage {
    return this;
  }
}
strict('nativeImage', StoredImage.prototype);

/** An image of PNG bytes. */
export function createFromBuffer(bytes: Buffer): StoredImage {
  return new StoredImage(bytes);
}

export const nativeImage = strict('nativeImage', {
  createEmpty: (): StoredImage => new StoredImage(Buffer.alloc(0)),
  createFromBuffer,
  createFromDataURL: (url: string): StoredImage =>
    new StoredImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
  createFromPath(file: string): StoredImage {
    try {
      return new StoredImage(readFileSync(file));
    } catch {
      // As in Electron: an unreadable file is an empty image.
      return new StoredImage(Buffer.alloc(0));
    }
  },
});
