import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDrafts } from '../../storage/drafts.ts';
import { ManualClock } from '../../storage/testing/manual-clock.ts';
import { MemoryBox } from '../../storage/testing/memory-box.ts';
import { draftsHandlers } from './drafts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drafts-ipc-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('tells every window what changed, the newest of each conversation, and by whom', async () => {
  const drafts = await openDrafts({
    file: join(folder, 'drafts.json'),
    box: new MemoryBox(),
    clock: new ManualClock(),
    owner: () => 'avery',
  });
  const handlers = draftsHandlers(drafts);
  const source = handlers.changes(undefined, () => undefined);
  expect(source.take()).toBeUndefined();
  const here = { tenant: 'north', id: 'c-1' };
  await handlers.set({ ...here, text: 'a', origin: 'one' });
  await handlers.set({ ...here, text: 'ab', origin: 'one' });
  await handlers.set({ tenant: 'north', id: 'c-2', text: 'x', origin: 'two' });
  expect(source.take()).toEqual([
    { ...here, text: 'ab', origin: 'one' },
    { tenant: 'north', id: 'c-2', text: 'x', origin: 'two' },
  ]);
  expect(source.take()).toBeUndefined();
  source.close();
  await handlers.set({ ...here, text: 'abc' });
  expect(source.take()).toBeUndefined();
  expect(await handlers.get(here)).toBe('abc');
  await drafts.flush();
});

it('tells the window that typed a text, too, that it was sent, and keeps what was typed since', async () => {
  const drafts = await openDrafts({
    file: join(folder, 'drafts.json'),
    box: new MemoryBox(),
    clock: new ManualClock(),
    owner: () => 'avery',
  });
  const handlers = draftsHandlers(drafts);
  const here = { tenant: 'north', id: 'c-1' };
  await handlers.set({ ...here, text: 'I see your bill', origin: 'one' });
  const source = handlers.changes(undefined, () => undefined);
  drafts.sent(here, 'Something else');
  expect(source.take()).toBeUndefined();
  drafts.sent(here, 'I see your bill');
  expect(source.take()).toEqual([{ ...here, text: '', origin: '' }]);
  expect(await handlers.get(here)).toBe('');
  source.close();
  await drafts.flush();
});

it('tells while drafts do not get to the disk', async () => {
  const file = join(folder, 'drafts.json');
  const drafts = await openDrafts({ file, box: new MemoryBox(), clock: new ManualClock(), owner: () => 'avery' });
  let told = 0;
  const source = draftsHandlers(drafts).problem(undefined, () => {
    told += 1;
  });
  expect(source.take()).toEqual({ problem: undefined });
  await mkdir(join(file, 'in-the-way'), { recursive: true });
  drafts.set({ tenant: 'north', id: 'c-1' }, 'kept');
  await expect(drafts.flush()).rejects.toThrow();
  expect([told, source.take()]).toEqual([1, { problem: 'drafts-write-failed' }]);
  await rm(file, { recursive: true });
  await drafts.flush();
  expect([told, source.take()]).toEqual([2, { problem: undefined }]);
});
