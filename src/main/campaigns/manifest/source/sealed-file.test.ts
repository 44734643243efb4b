import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFileKey, openSealedFile, writeSealedFile } from './sealed-file.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a sealed file', () => {
  it('gives any part of what was written, and shows nothing of it on the disk', async () => {
    const path = join(folder, 'a');
    const content = Buffer.from('+14165550123,Avery\n'.repeat(500));
    const key = newFileKey();
    const writer = await writeSealedFile(path, key);
    for (let at = 0; at < content.length; at += 777) await writer.write(content.subarray(at, at + 777));
    expect(await writer.finish()).toEqual({
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect((await readFile(path)).includes('Avery')).toBe(false);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);

    const source = await openSealedFile(path, key);
    expect(source.size).toBe(content.length);
    await fc.assert(
      fc.asyncProperty(fc.nat(content.length), fc.nat(300), fc.nat(40), async (position, length, offset) => {
        const target = new Uint8Array(400);
        const read = await source.read(target, offset, length, position);
        expect(read).toBe(Math.min(length, content.length - position));
        expect(
          Buffer.from(target.subarray(offset, offset + read)).equals(content.subarray(position, position + read)),
        ).toBe(true);
      }),
    );
    await source.close();
  });
});
