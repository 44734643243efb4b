import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Details } from './entry.ts';
import { createJournal, type JournalDeps } from './journal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A vault that only turns bytes round; what it seals cannot be read, and what it did not seal it refuses. */
const vault = {
  encrypt: async (plain: string) => Buffer.from(`sealed:${plain}`).reverse(),
  decrypt: async (sealed: Uint8Array) => {
    const plain = Buffer.from(sealed).reverse().toString();
    if (!plain.startsWith('sealed:')) throw new Error('not sealed by this vault');
    return plain.slice('sealed:'.length);
  },
};

function journal(deps: Partial<JournalDeps> = {}) {
  let now = 1_000;
  return createJournal({ folder, clock: { now: () => now++ }, ...deps });
}

function intent(conversation: string): Details {
  return {
    intent: {
      name: 'takeOver',
      tenant: 'acme',
      conversation,
      actor: { id: 'u-1' },
      expected: { status: 'in-progress', handlerKind: 'ai' },
    },
  };
}

async function filled(count: number, deps: Partial<JournalDeps> = {}): Promise<void> {
  const writer = journal(deps);
  for (let index = 0; index < count; index++) {
    await writer.append({ command: `k${index}`, phase: 'intent' }, intent(`c-${index}`), index % 2 === 0);
  }
  await writer.close();
}

const path = () => join(folder, 'journal-000001.jsonl');
const lines = async () => (await readFile(path(), 'utf8')).split('\n').slice(0, -1);
const store = (all: readonly string[]) => writeFile(path(), all.map((line) => `${line}\n`).join(''));

test('what was written is read back, filtered, across a restart', async () => {
  await filled(3);
  const reader = journal();
  expect(await reader.verify()).toEqual({ intact: true, lines: 3, torn: 0, problems: [] });
  await reader.append({ command: 'k1', phase: 'outcome', outcome: 'done' }, {}, true);
  const about = await reader.read({ tenant: 'acme', conversation: 'c-1' });
  expect(about.map(({ facts }) => facts.phase)).toEqual(['intent', 'outcome']);
  expect(await reader.read({ limit: 1 })).toMatchObject([{ seq: 4 }]);
  expect((await reader.verify()).intact).toBe(true);
  await reader.close();
});

test('sealed details are in no file, and open again with the vault only', async () => {
  await filled(2, { vault });
  for (const name of await readdir(folder)) {
    expect(await readFile(join(folder, name), 'utf8')).not.toMatch(/takeOver|acme|c-1|u-1/);
  }
  expect((await journal({ vault }).read())[1]?.details?.intent?.conversation).toBe('c-1');
  expect((await journal().read())[1]?.details).toBeUndefined();
  expect((await journal({ vault }).verify()).intact).toBe(true);
});

test('a new file is begun beyond the size, and the chain goes on over it', async () => {
  await filled(10, { maxBytes: 1_000 });
  const files = (await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort();
  expect(files.length).toBeGreaterThan(2);
  expect(await journal().verify()).toMatchObject({ intact: true, lines: 10 });
  await rm(join(folder, files[1] ?? ''));
  expect(await journal().verify()).toMatchObject({ intact: false, problems: [{ kind: 'out-of-order' }] });
});

describe('verify finds', () => {
  const COUNT = 6;

  test('any change of any character', async () => {
    await filled(COUNT);
    const whole = await readFile(path());
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 127 }), async (at, by) => {
        const changed = Buffer.from(whole);
        changed[at] = ((changed[at] ?? 0) + by) % 128;
        await writeFile(path(), changed);
        expect((await journal().verify()).intact).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('any line taken out, doubled, or moved', async () => {
    await filled(COUNT);
    const all = await lines();
    for (let at = 0; at < COUNT; at++) {
      const line = all[at] ?? '';
      await store(all.toSpliced(at, 1));
      expect((await journal().verify()).intact).toBe(false);
      await store(all.toSpliced(at, 0, line));
      expect((await journal().verify()).intact).toBe(false);
      for (let to = 0; to < COUNT; to++) {
        if (to === at) continue;
        await store(all.toSpliced(at, 1).toSpliced(to, 0, line));
        expect((await journal().verify()).intact).toBe(false);
      }
    }
    await store(all);
    expect((await journal().verify()).intact).toBe(true);
  });

  test('any number of lines cut off the end, still after work went on', async () => {
    for (let kept = 0; kept < COUNT; kept++) {
      await rm(folder, { recursive: true, force: true });
      await filled(COUNT);
      await store((await lines()).slice(0, kept));
      expect((await journal().verify()).problems).toContainEqual({ kind: 'truncated', seq: kept });
      const later = journal();
      await later.append({ command: 'later', phase: 'intent' }, intent('c-9'), true);
      expect((await later.verify()).problems).toMatchObject([{ kind: 'out-of-order', seq: COUNT + 1 }]);
      await later.close();
    }
  });

  test('the whole journal removed', async () => {
    await filled(COUNT);
    await rm(path());
    expect((await journal().verify()).problems).toEqual([{ kind: 'truncated', seq: 0 }]);
  });

  test('a journal written anew by someone without the vault, head and all', async () => {
    await filled(COUNT, { vault });
    await rm(folder, { recursive: true });
    await filled(2);
    expect((await journal({ vault }).verify()).problems).toEqual([{ kind: 'head-unreadable' }]);
  });

  test('a head that was removed, also after work went on', async () => {
    await filled(COUNT);
    await rm(join(folder, 'journal.head'));
    expect((await journal().verify()).problems).toEqual([{ kind: 'head-missing' }]);
    const later = journal();
    await later.append({ command: 'later', phase: 'intent' }, intent('c-9'), true);
    expect((await later.verify()).problems).toMatchObject([{ kind: 'noted-before' }]);
    await later.close();
  });
});

describe('a crash', () => {
  test('in the middle of a line costs that line only, and is marked', async () => {
    await filled(3);
    const size = (await readFile(path())).length;
    await appendFile(path(), '{"at":1,"facts":{"comm');
    const after = journal();
    await after.append({ command: 'k3', phase: 'intent' }, intent('c-3'), true);
    expect(await after.verify()).toEqual({ intact: true, lines: 5, torn: 1, problems: [] });
    await after.close();
    // The mark answers for exactly what was torn, not for anything else in its place.
    const all = await readFile(path(), 'utf8');
    await writeFile(path(), all.replace('{"at":1,"facts":{"comm\n', '{"at":1,"facts":{"cxmm\n'));
    expect((await journal().verify()).problems).toMatchObject([{ kind: 'unreadable-line', line: 4 }]);
    expect(size).toBeGreaterThan(0);
  });

  test('before the line break, or before the head was written, costs nothing', async () => {
    await filled(3);
    const head = await readFile(join(folder, 'journal.head'), 'utf8');
    const writer = journal();
    await writer.append({ command: 'k3', phase: 'intent' }, intent('c-3'), true);
    await writer.close();
    await writeFile(join(folder, 'journal.head'), head);
    await truncate(path(), (await readFile(path())).length - 1);
    const after = journal();
    expect((await after.verify()).intact).toBe(true);
    await after.append({ command: 'k4', phase: 'intent' }, intent('c-4'), true);
    expect(await after.verify()).toEqual({ intact: true, lines: 5, torn: 0, problems: [] });
    await after.close();
  });
});
