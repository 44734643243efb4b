import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DeskCore } from './desk-core.ts';
import { keptTranscript } from './testing/kept-transcript.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 25);
const key = randomBytes(32);
const limits = { bytes: 50_000_000, days: 30 };
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dialai-desk-'));
  path = join(folder, 'desk.sealed');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function opened(more: Partial<ConstructorParameters<typeof DeskCore>[0]> = {}) {
  const core = new DeskCore({ path, key, limits, ...more });
  return { core, found: await core.open(now) };
}
const idsOf = (core: DeskCore, text: string) =>
  core
    .search({ tenant: 'north', text, order: 'newest', limit: 50 })
    .read()
    .hits.map(({ conversation }) => conversation.id);

describe('the desk', () => {
  it('keeps transcripts over a restart, with no word of them in clear in any file', async () => {
    const { core } = await opened();
    await core.keep([keptTranscript('c-1', now, ['My hydrangea is on fire', 'Noted'])], now);
    await core.pin('north', 'c-1', true);
    await core.close();
    for (const name of await readdir(folder)) {
      const bytes = (await readFile(join(folder, name))).toString('latin1');
      for (const word of ['hydrangea', 'fire', 'c-1', 'north', 'customer', 'webchat', 'Kim'])
        expect(bytes).not.toContain(word);
    }
    const again = await opened();
    expect(idsOf(again.core, 'hydrangea')).toEqual(['c-1']);
    expect((await again.core.get('north', 'c-1'))?.messages.map(({ text }) => text)).toEqual([
      'My hydrangea is on fire',
      'Noted',
    ]);
    expect(await again.core.get('south', 'c-1')).toBeUndefined();
    expect(again.core.list('north').map(({ conversation }) => conversation.id)).toEqual(['c-1']);
    expect(again.core.figures()).toMatchObject({ transcripts: 1, messages: 2, pinned: 1, tornFrames: 0 });
    await again.core.close();
  });

  it('takes the newest of what was kept twice', async () => {
    const { core } = await opened();
    await core.keep([keptTranscript('c-1', now, ['First'])], now);
    await core.keep([keptTranscript('c-1', now, ['First', 'Second'])], now);
    await core.close();
    const again = await opened();
    expect(again.core.figures()).toMatchObject({ transcripts: 1, messages: 2 });
    expect(idsOf(again.core, 'second')).toEqual(['c-1']);
    await again.core.close();
  });

  it('cuts off what a crash left half written, and goes on', async () => {
    const { core } = await opened();
    await core.keep([keptTranscript('c-1', now, ['Whole'])], now);
    await core.keep([keptTranscript('c-2', now, ['Torn'])], now);
    const { bytes } = core.figures();
    await core.close();
    await truncate(path, bytes - 7);
    const again = await opened();
    expect(again.core.figures()).toMatchObject({ transcripts: 1, tornFrames: 1 });
    await again.core.keep([keptTranscript('c-3', now, ['After the crash'])], now);
    await again.core.close();
    const third = await opened();
    expect(idsOf(third.core, 'whole')).toEqual(['c-1']);
    expect(idsOf(third.core, 'crash')).toEqual(['c-3']);
    await third.core.close();
  });

  it.each<[string, () => Promise<void>]>([
    ['another key’s', async () => undefined],
    [
      'an altered',
      async () => {
        const bytes = await readFile(path);
        bytes.writeUInt8(bytes.readUInt8(60) ^ 1, 60);
        await writeFile(path, bytes);
      },
    ],
    ['no desk', () => writeFile(path, 'SQLite format 3')],
    ['an appended', () => appendFile(path, Buffer.from([255, 255, 255, 255, 1, 2, 3]))],
  ])('sets %s file aside, loses nothing of it and begins anew', async (name, damage) => {
    const { core } = await opened();
    await core.keep([keptTranscript('c-1', now, ['Hello there'])], now);
    await core.close();
    await damage();
    const before = await readFile(path);
    const again = await opened(name.startsWith('another') ? { key: randomBytes(32) } : {});
    expect(again.found.setAside).toBeDefined();
    expect(await readFile(again.found.setAside ?? '')).toEqual(before);
    expect(again.core.figures()).toMatchObject({ transcripts: 0 });
    await again.core.keep([keptTranscript('c-2', now, ['New'])], now);
    expect(idsOf(again.core, 'new')).toEqual(['c-2']);
    await again.core.close();
  });

  it('drops what is too old or too much, pinned ones last', async () => {
    const text = 'word '.repeat(400);
    const { core } = await opened({ limits: { bytes: 12_000, days: 30 } });
    await core.keep(
      [
        keptTranscript('c-old', now - 40 * day, [text]),
        keptTranscript('c-pinned', now - 40 * day, [text], { pinned: true }),
      ],
      now,
    );
    expect(new Set(idsOf(core, 'word'))).toEqual(new Set(['c-pinned']));
    for (let nth = 0; nth < 6; nth += 1) await core.keep([keptTranscript(`c-${nth}`, now + nth, [text])], now + nth);
    const left = idsOf(core, 'word');
    expect(left).toContain('c-pinned');
    expect(left).toContain('c-5');
    expect(left).not.toContain('c-0');
    await core.close();
  });

  it('writes the file anew when most of it is of no use', async () => {
    const { core } = await opened();
    const text = 'many words '.repeat(20_000);
    for (let nth = 0; nth < 12; nth += 1) await core.keep([keptTranscript('c-1', now, [`${nth} ${text}`])], now);
    expect((await core.get('north', 'c-1'))?.messages[0]?.text).toMatch(/^11 many/);
    const { bytes } = core.figures();
    expect(bytes).toBeLessThan(1_500_000);
    await core.close();
    const again = await opened();
    expect(idsOf(again.core, 'many')).toEqual(['c-1']);
    expect((await again.core.get('north', 'c-1'))?.messages[0]?.text).toMatch(/^11 many/);
    await again.core.close();
  });

  it('leaves nothing when it is wiped, and can be used again', async () => {
    const { core } = await opened();
    await core.keep([keptTranscript('c-1', now, ['Hello there'])], now);
    await core.wipe();
    expect(idsOf(core, 'hello')).toEqual([]);
    expect(core.figures()).toMatchObject({ transcripts: 0, messages: 0 });
    expect((await readFile(path)).length).toBeLessThan(16);
    await core.keep([keptTranscript('c-2', now, ['Again'])], now);
    expect(idsOf(core, 'again')).toEqual(['c-2']);
    await core.close();
  });
});
