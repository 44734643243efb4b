import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { failureOf } from '../../shared/models/failure.ts';
import { createLog } from '../storage/log.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { MemoryBox } from '../storage/testing/memory-box.ts';
import { Desk } from './desk.ts';
import { followSession } from './desk-session.ts';
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
const HERE = 'https://login.example|u-1';
function desk(more: { readonly box?: typeof box; readonly owner?: string; readonly wipes?: boolean } = {}): Desk {
  const made = new Desk({
    folder,
    box: more.box ?? box,
    clock: new ManualClock(Date.UTC(2026, 10, 25)),
    log: createLog({ file: join(folder, 'desk.log') }),
    policy: { allowed: true },
    wipesAtSignOut: () => more.wipes ?? false,
    limits: { bytes: 10_000_000, days: 30 },
    start: (data) => startDeskThread(new URL('./desk-worker.ts', import.meta.url), data),
  });
  desks.push(made);
  void made.belongTo(more.owner ?? HERE);
  return made;
}
const files = async () => (await readdir(folder)).filter((name) => name.startsWith('desk-'));
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
  expect(await files()).toEqual([]);
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
  expect(await files()).toEqual([]);
  await made.setOn(true);
  expect((await made.search(query)).hits).toEqual([]);
});

/** Keeps one transcript on a desk that is closed again then. */
async function leftBehind(owner: string): Promise<void> {
  const made = desk({ owner });
  await made.setOn(true);
  await made.keep('north', keptTranscript('c-1', 1_000, ['My hydrangea wilts']));
  await made.close();
}
const found = async (made: Desk) => (await made.search(query)).hits.length;

it('is one a person and instance: nobody finds what another kept, who finds it again', async () => {
  await leftBehind(HERE);
  const other = desk({ owner: 'https://login.example|u-2' });
  await other.setOn(true);
  expect(await found(other)).toBe(0);
  await other.belongTo(HERE);
  await other.setOn(true);
  expect(await found(other)).toBe(1);
});

it('goes when somebody else signs in where it is to go at sign-out, and else once nobody used it for its days', async () => {
  await leftBehind('https://login.example|u-2');
  const [file = ''] = (await files()).filter((name) => name.endsWith('.sealed'));
  const days = (count: number) => new Date(Date.UTC(2026, 10, 25) - count * 86_400_000);
  await utimes(join(folder, file), days(29), days(29));
  await desk().setOn(true);
  expect(await files()).toContain(file);
  await utimes(join(folder, file), days(31), days(31));
  await desk({ owner: 'https://login.example|u-3' }).setOn(true);
  expect(await files()).not.toContain(file);
  await leftBehind('https://login.example|u-2');
  await desk({ owner: 'https://login.example|u-4', wipes: true }).setOn(true);
  expect((await files()).filter((name) => name.startsWith(file))).toEqual([]);
});

it('tells a key that its vault does not open, touches nothing, and begins anew when all is deleted', async () => {
  await leftBehind(HERE);
  const [key = ''] = (await files()).filter((name) => name.endsWith('.key'));
  await writeFile(join(folder, key), Buffer.from('sealed elsewhere').toString('base64'));
  const before = await Promise.all((await files()).map((name) => readFile(join(folder, name))));
  const made = desk();
  await made.setOn(true);
  expect(made.status().state).toBe('foreign');
  expect(await Promise.all((await files()).map((name) => readFile(join(folder, name))))).toEqual(before);
  await made.wipe();
  await made.setOn(true);
  expect(made.status()).toMatchObject({ state: 'open', transcripts: 0, hasSetAside: false });
});

it('tells that a damaged file was set aside, and deletes that too when all is deleted', async () => {
  await leftBehind(HERE);
  const [file = ''] = (await files()).filter((name) => name.endsWith('.sealed'));
  await writeFile(join(folder, file), 'SQLite format 3');
  const made = desk();
  await made.setOn(true);
  expect(made.status()).toMatchObject({ state: 'open', hasSetAside: true });
  expect((await files()).some((name) => name.includes('unreadable'))).toBe(true);
  await made.setOn(false);
  await made.wipe();
  expect(await files()).toEqual([]);
});

it('is wiped by a deliberate sign-out alone, not by a session that ends by itself', async () => {
  const made = desk({ wipes: true });
  const session = followSession(
    made,
    () => HERE,
    () => true,
  );
  const signedIn = async () => {
    session.follow({ kind: 'signed-in' });
    await made.setOn(true);
  };
  // As at every start, before anybody signed in.
  session.follow({ kind: 'signed-out' });
  await signedIn();
  await made.keep('north', keptTranscript('c-1', 1_000, ['My hydrangea wilts']));
  session.follow({ kind: 'signed-out' });
  await made.close();
  expect(await made.search(query).catch(failureOf)).toMatchObject({ detail: { reason: 'desk-closed' } });
  session.follow({ kind: 'signing-in' });
  session.follow({ kind: 'signed-out' });
  await signedIn();
  expect(await found(made)).toBe(1);
  session.follow({ kind: 'signed-out' });
  await session.left();
  expect(await files()).toEqual([]);
  await signedIn();
  expect(await found(made)).toBe(0);
});
