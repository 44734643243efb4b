import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MemoryBox } from '../../storage/testing/memory-box.ts';
import { HoldFile, type KeptHold } from './hold-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holds-'));
});
afterEach(() => rm(folder, { recursive: true }));

const kept: KeptHold = {
  id: 'h-1',
  owner: 'acme/u-1',
  tenant: 'acme',
  action: 'transfer',
  bulk: false,
  targets: [{ id: 'c-1', expected: { status: 'in-progress', handlerKind: 'human' } }],
  internalContactId: 'i-1',
  note: 'Wants a refund',
  heldAt: 1,
  dueAt: 2,
  phase: 'held',
};

test('comes back as it was, sealed where there is a vault; nothing kept is an empty list', async () => {
  const path = join(folder, 'holds.json');
  const box = new MemoryBox();
  const sealed = new HoldFile(path, box);
  expect(await sealed.read(0)).toEqual([]);
  await sealed.write(() => [kept]);
  expect(await new HoldFile(path, box).read(0)).toEqual([kept]);
  expect(await readFile(path, 'utf8')).not.toContain('refund');
  const plain = new HoldFile(join(folder, 'plain.json'), undefined);
  await plain.write(() => [kept]);
  expect(await plain.read(0)).toEqual([kept]);
});

test('a vault that refuses does not cost the hold', async () => {
  const box = new MemoryBox();
  const file = new HoldFile(join(folder, 'holds.json'), box);
  box.refuses = true;
  await file.write(() => [kept]);
  expect(await file.read(0)).toEqual([kept]);
});

test('writes follow each other, each with what holds then', async () => {
  const file = new HoldFile(join(folder, 'holds.json'), undefined);
  let holds = [kept];
  const first = file.write(() => holds);
  holds = [];
  await Promise.all([first, file.write(() => holds)]);
  expect(await file.read(0)).toEqual([]);
});

test.each([
  ['not JSON', '{"holds": ['],
  ['another shape', '{"holds":[{"id":1}]}'],
  ['sealed by a vault that is gone', '{"sealed":"AAAA"}'],
])('what cannot be read (%s) is set aside, not destroyed', async (_why, text) => {
  const path = join(folder, 'holds.json');
  await writeFile(path, text);
  expect(await new HoldFile(path, undefined).read(0)).toEqual([]);
  expect(await readdir(folder)).toEqual([expect.stringMatching(/^holds\.json\.corrupt-/)]);
});
