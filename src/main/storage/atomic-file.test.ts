import { mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTextIfPresent, setAside, writeFileAtomic } from './atomic-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'atomic-file-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('writeFileAtomic', () => {
  it('makes missing folders and a file only its owner can read', async () => {
    const path = join(folder, 'deep', 'er', 'file.json');
    await writeFileAtomic(path, '{"a":1}');
    expect(await readFile(path, 'utf8')).toBe('{"a":1}');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'deep'))).mode & 0o777).toBe(0o700);
  });

  it('tightens the mode of a file that was readable by others', async () => {
    const path = join(folder, 'file');
    await writeFile(path, 'old', { mode: 0o644 });
    await writeFileAtomic(path, 'new');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('leaves the old content and no temporary file when it fails', async () => {
    const path = join(folder, 'taken');
    await writeFileAtomic(join(path, 'inside'), 'x');
    await expect(writeFileAtomic(path, 'y')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['taken']);
    expect(await readFile(join(path, 'inside'), 'utf8')).toBe('x');
  });

  it('replaces a link instead of writing through it', async () => {
    const victim = join(folder, 'victim');
    await writeFile(victim, 'precious');
    await symlink(victim, join(folder, 'link'));
    await writeFileAtomic(join(folder, 'link'), 'ours');
    expect(await readFile(victim, 'utf8')).toBe('precious');
    expect(await readFile(join(folder, 'link'), 'utf8')).toBe('ours');
  });

  it('never shows a part while many writers and readers race', async () => {
    const path = join(folder, 'raced');
    const contents = Array.from({ length: 20 }, (_, n) => String(n).repeat(20_000));
    await writeFileAtomic(path, contents[0] ?? '');
    const reads = Array.from({ length: 20 }, () => readFile(path, 'utf8'));
    await Promise.all(contents.map((content) => writeFileAtomic(path, content)));
    for (const read of await Promise.all([...reads, readFile(path, 'utf8')])) expect(contents).toContain(read);
    expect(await readdir(folder)).toEqual(['raced']);
  });
});

describe('readTextIfPresent and setAside', () => {
  it('tells a missing file from an unreadable one', async () => {
    expect(await readTextIfPresent(join(folder, 'none'))).toBeUndefined();
    await expect(readTextIfPresent(folder)).rejects.toThrow('EISDIR');
  });

  it('moves a file out of the way under a name that says when', async () => {
    await writeFile(join(folder, 'bad.json'), '{{');
    const moved = await setAside(join(folder, 'bad.json'), Date.UTC(2026, 10, 22, 12));
    expect(moved).toBe(join(folder, 'bad.json.corrupt-2026-11-22T12-00-00-000Z'));
    expect(await readdir(folder)).toEqual(['bad.json.corrupt-2026-11-22T12-00-00-000Z']);
    expect(await setAside(join(folder, 'bad.json'), 0)).toBeUndefined();
  });
});
