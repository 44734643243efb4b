import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openDrafts } from './drafts.ts';
import { ManualClock } from './testing/manual-clock.ts';
import { MemoryBox } from './testing/memory-box.ts';

let folder: string;
let file: string;
let clock: ManualClock;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drafts-'));
  file = join(folder, 'drafts.json');
  clock = new ManualClock();
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const here = { tenant: 'north', id: 'c-1' };
const open = (box = new MemoryBox(), owner = 'acme|avery') => openDrafts({ file, box, clock, owner: () => owner });

describe('drafts', () => {
  it('come back after a restart, each for its owner, tenant and conversation', async () => {
    const box = new MemoryBox();
    const drafts = await open(box);
    drafts.set(here, 'Bonjour, je regarde');
    drafts.set({ tenant: 'south', id: 'c-1' }, 'other');
    await drafts.flush();
    const again = await open(box);
    expect(again.get(here)).toBe('Bonjour, je regarde');
    expect(again.get({ tenant: 'south', id: 'c-1' })).toBe('other');
    expect(again.get({ tenant: 'north', id: 'c-2' })).toBe('');
    expect((await open(box, 'acme|robin')).get(here)).toBe('');
  });

  it('are sealed where the vault protects, and readable by the owner alone where it does not', async () => {
    const sealed = await open();
    sealed.set(here, 'a private sentence');
    await sealed.flush();
    expect(await readFile(file, 'utf8')).not.toContain('private');
    await rm(file);
    const plain = await open(new MemoryBox('basic_text', false));
    plain.set(here, 'a private sentence');
    await plain.flush();
    expect(await readFile(file, 'utf8')).toContain('a private sentence');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('are on the disk soon after the first keystroke, however long the typing goes on', async () => {
    const drafts = await open(new MemoryBox('basic_text', false));
    for (let n = 1; n <= 5; n += 1) {
      drafts.set(here, 'x'.repeat(n));
      clock.advance(10);
    }
    await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toContain('"xxxxx"'), 10_000);
    expect(clock.waiting).toBe(0);
  });

  it('an emptied draft is gone from the file', async () => {
    const drafts = await open(new MemoryBox('basic_text', false));
    drafts.set(here, 'typed');
    await drafts.flush();
    drafts.set(here, '');
    await drafts.flush();
    expect(await readFile(file, 'utf8')).toBe('{"version":1,"entries":{}}');
  });

  it('a file that is damaged, or sealed by another vault, is set aside and reported', async () => {
    await writeFile(file, '{"version":1,');
    const first = await open();
    expect(first.problem()).toBe('drafts-corrupt');
    expect((await readdir(folder)).join()).toContain('drafts.json.corrupt-');
    first.set(here, 'again');
    await first.flush();
    const foreign = await open(new MemoryBox());
    expect(foreign.problem()).toBe('drafts-corrupt');
    expect(foreign.get(here)).toBe('');
  });

  it('a disk that refuses is reported, and the text is written once it works again', async () => {
    const drafts = await open(new MemoryBox('basic_text', false));
    await mkdir(join(file, 'in-the-way'), { recursive: true });
    const told: unknown[] = [];
    drafts.onProblem(() => told.push(drafts.problem()));
    drafts.set(here, 'kept');
    await expect(drafts.flush()).rejects.toThrow();
    await expect(drafts.flush()).rejects.toThrow();
    expect(told).toEqual(['drafts-write-failed']);
    await rm(file, { recursive: true });
    await drafts.flush();
    expect(told).toEqual(['drafts-write-failed', undefined]);
    expect(await readFile(file, 'utf8')).toContain('kept');
  });

  it('a disk that refuses is tried again though nothing more is typed, and at once when something is', async () => {
    const drafts = await open(new MemoryBox('basic_text', false));
    const failed = () => vi.waitFor(() => expect(drafts.problem()).toBe('drafts-write-failed'), 10_000);
    const written = (text: string) =>
      vi.waitFor(async () => expect(await readFile(file, 'utf8')).toContain(text), 10_000);
    await mkdir(join(file, 'in-the-way'), { recursive: true });
    drafts.set(here, 'first');
    clock.advance(50);
    await failed();
    await rm(file, { recursive: true });
    expect(clock.waiting).toBe(1);
    clock.advance(5_000);
    await written('first');

    await rm(file);
    await mkdir(join(file, 'in-the-way'), { recursive: true });
    drafts.set(here, 'second');
    clock.advance(50);
    await failed();
    await rm(file, { recursive: true });
    drafts.set(here, 'third');
    clock.advance(50);
    await written('third');
    await vi.waitFor(() => expect(drafts.problem()).toBeUndefined(), 10_000);
    expect(clock.waiting).toBe(0);
  });

  it('a locked keyring does not cost the text', async () => {
    const box = new MemoryBox();
    const drafts = await open(box);
    box.refuses = true;
    drafts.set(here, 'kept all the same');
    await drafts.flush();
    expect((await open(box)).get(here)).toBe('kept all the same');
  });

  it('hold any text under any name', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string(), fc.string(), async (text, tenant, id) => {
        const box = new MemoryBox();
        const drafts = await open(box);
        drafts.set({ tenant, id }, text);
        await drafts.flush();
        expect((await open(box)).get({ tenant, id })).toBe(text);
        await rm(file, { force: true });
      }),
      { numRuns: 25 },
    );
  });

  it('survive a SIGKILL as soon as they were written', async () => {
    const script = join(import.meta.dirname, 'testing', 'draft-writer.ts');
    const child = spawn(process.execPath, [script, file, 'the whole sentence'], { stdio: 'ignore' });
    try {
      // How soon that is, is a matter of the clock (above); here a real process dies without any warning.
      await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toContain('the whole sentence'), 15_000);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      expect((await ended)[1]).toBe('SIGKILL');
    } finally {
      child.kill('SIGKILL');
    }
    const drafts = await open(new MemoryBox('basic_text', false), 'instance|avery');
    expect(drafts.get(here)).toBe('the whole sentence');
  });
});
