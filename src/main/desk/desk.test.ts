import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureOf } from '../../shared/models/failure.ts';
import { createLog } from '../storage/log.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { MemoryBox } from '../storage/testing/memory-box.ts';
import { Desk } from './desk.ts';
import { startDeskThread } from './desk-thread.ts';
import { keptTranscript } from './testing/kept-transcript.ts';

let folder: string;
const desks: Desk[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dialai-desk-'));
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const box = new MemoryBox();
function desk(more: { readonly box?: typeof box } = {}): Desk {
  const made = new Desk({
    path: join(folder, 'desk.sealed'),
    box: more.box ?? box,
    clock: new ManualClock(Date.UTC(2026, 10, 25)),
    log: createLog({ file: join(folder, 'desk.log') }),
    policy: { allowed: true },
    wipesAtSignOut: () => false,
    limits: { bytes: 10_000_000, days: 30 },
    start: (data) => startDeskThread(new URL('./desk-worker.ts', import.meta.url), data),
  });
  desks.push(made);
  return made;
}
const query = { tenant: 'north', text: 'hydrangea', order: 'newest', limit: 10 } as const;

it('keeps nothing before it is turned on, then finds what was kept, also after a restart', async () => {
  const first = desk();
  expect(first.status().state).toBe('off');
  await first.keep('north', keptTranscript('c-0', 1_000, ['hydrangea']));
  expect(await first.search(query).catch(failureOf)).toMatchObject({
    code: 'unavailable',
    detail: { reason: 'desk-closed' },
  });
  await first.setOn(true);
  await first.keep('north', keptTranscript('c-1', 1_000, ['My hydrangea wilts']));
  expect((await first.search(query)).hits.map(({ conversation }) => conversation.id)).toEqual(['c-1']);
  expect(first.status()).toMatchObject({ state: 'open', transcripts: 1, messages: 1 });
  await first.close();
  const second = desk();
  await second.setOn(true);
  expect((await second.search(query)).hits).toHaveLength(1);
  expect(await second.pin('north', 'c-1', true)).toBe(true);
  expect(await second.pin('north', 'c-2', true)).toBe(false);
  expect(second.status().pinned).toBe(1);
});

it('is not there without a vault that protects its key', async () => {
  const made = desk({ box: new MemoryBox('basic_text') });
  await made.setOn(true);
  expect(made.status().state).toBe('no-vault');
  expect(await readdir(folder)).not.toContain('desk.sealed');
});

it('tells an expression that is wrong or too slow, and goes on', async () => {
  const made = desk();
  await made.setOn(true);
  await made.keep('north', keptTranscript('c-1', 1_000, ['My hydrangea wilts']));
  expect(await made.search({ ...query, pattern: '(' }).catch(failureOf)).toMatchObject({
    code: 'invalid',
    detail: { reason: 'bad-pattern' },
  });
  expect((await made.search(query)).hits).toHaveLength(1);
});

it('leaves no file of it behind when it is wiped', async () => {
  const made = desk();
  await made.setOn(true);
  await made.keep('north', keptTranscript('c-1', 1_000, ['My hydrangea wilts']));
  await made.setOn(false);
  await made.wipe();
  expect((await readdir(folder)).filter((name) => name.startsWith('desk.sealed'))).toEqual([]);
  await made.setOn(true);
  expect((await made.search(query)).hits).toEqual([]);
});
