import { crc32, deflateSync } from 'node:zlib';
import { type NativeImage, nativeImage } from 'electron';

const SIZE = 32;

/** A filled circle as a picture: the tray's icon and the mark on the taskbar button, drawn so that no file is needed. */
export function dotImage(red: number, green: number, blue: number): NativeImage {
  const lines = Buffer.alloc((SIZE * 4 + 1) * SIZE);
  const middle = (SIZE - 1) / 2;
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const distance = Math.hypot(x - middle, y - middle);
      const alpha = Math.round(255 * Math.min(1, Math.max(0, SIZE / 2 - 1 - distance)));
      lines.set([red, green, blue, alpha], y * (SIZE * 4 + 1) + 1 + x * 4);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const png = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(lines)), chunk('IEND', Buffer.alloc(0))];
  return nativeImage.createFromBuffer(Buffer.concat(png));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
