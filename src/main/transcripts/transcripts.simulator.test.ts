import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveQuery } from '../../shared/models/archive.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { ExportFormat } from '../../shared/models/transcript-export.ts';
import { createActs } from '../commands/acts/run-act.ts';
import { createJournal, type Journal } from '../commands/journal/journal.ts';
import type { ArchiveApi } from '../platform/archive/archive-api.ts';
import { startSimulated } from '../platform/testing/simulated.ts';
import { systemClock } from '../storage/clock.ts';
import { createLog } from '../storage/log.ts';
import { ExportJob } from './export/export-job.ts';
import { flagAct, reportAct, tagAct } from './transcript-acts.ts';

const WORLD = { seed: 7, conversations: 20, transcripts: 900, speed: 1, clock: 'driven' } as const;
const everything: ArchiveQuery = { text: '', filter: { status: ['abandoned'] } };

let at: Awaited<ReturnType<typeof startSimulated>>;
let api: ArchiveApi;
let tenant: string;
let folder: string;

beforeAll(async () => {
  at = await startSimulated({ world: WORLD });
  tenant = at.account.tenants[0] ?? '';
  api = at.platform.archiveApi(tenant);
  folder = await mkdtemp(join(tmpdir(), 'dialai-export-'));
}, 30_000);
afterAll(async () => {
  await at.close();
  await rm(folder, { recursive: true, force: true });
});

const world = () => at.simulator.world().tenant(tenant);
const path = (name: string) => join(folder, name);
const job = (name: string, format: ExportFormat, more: object = {}) =>
  new ExportJob(api, { query: everything, format, masked: false, path: path(name), ...more }, () => undefined);

describe('an export', () => {
  it('writes a whole search, one row a conversation', async () => {
    const exported = job('all.csv', 'conversations-csv');
    await exported.run();
    const truth = world()?.list({ status: ['abandoned'] }, undefined, 200);
    if (truth?.ok !== true) throw new Error('The world has no list');
    const lines = (await readFile(path('all.csv'), 'utf8')).trim().split('\r\n');
    expect(exported).toMatchObject({ phase: 'done', conversations: truth.value.total, total: truth.value.total });
    expect(lines.length - 1).toBe(truth.value.total);
    expect(lines[0]).toContain('id,platform,direction');
  });

  it('writes messages, JSON lines and text with all that was said, and masks who said it when asked', async () => {
    for (const format of ['messages-csv', 'jsonl', 'text'] as const) {
      const exported = job(`all.${format}`, format);
      await exported.run();
      expect(exported.phase).toBe('done');
      const text = await readFile(path(`all.${format}`), 'utf8');
      const [first] = (await api.search(everything)).items;
      const told = world()?.get(first?.conversation.id ?? '');
      for (const { text: said } of told?.messages.slice(0, 2) ?? []) expect(text).toContain(said.split('"')[0]);
      expect(Buffer.byteLength(text)).toBe(exported.bytes);
    }
    await job('masked.csv', 'conversations-csv', { masked: true }).run();
    expect(await readFile(path('masked.csv'), 'utf8')).not.toMatch(/\+1\d{10}/);
  });

  it('takes chosen conversations only, counts those that are gone, and leaves nothing when it is cancelled', async () => {
    const ids = (await api.search(everything, { limit: 3 })).items.map(({ conversation }) => conversation.id);
    const chosen = job('chosen.jsonl', 'jsonl', { ids: [...ids, 'c-404'] });
    await chosen.run();
    expect(chosen).toMatchObject({ phase: 'done', conversations: 3, missing: 1, total: 4 });
    const cancelled = job('cancelled.jsonl', 'jsonl');
    const running = cancelled.run();
    await cancelled.cancel();
    await running;
    expect(cancelled.phase).toBe('cancelled');
    expect((await readdir(folder)).filter((name) => name.startsWith('cancelled'))).toEqual([]);
  });

  it('pauses when the instance fails in the middle, and goes on where it stood', async () => {
    const whole = job('whole.jsonl', 'jsonl');
    await whole.run();
    let failing = true;
    const flaky: ArchiveApi = {
      ...api,
      get: (id, signal) => (failing && id === last ? Promise.reject(new Error('gone')) : api.get(id, signal)),
    };
    const pages = await readIds();
    const last = pages.at(-1) ?? '';
    const resumed = new ExportJob(
      flaky,
      { query: everything, format: 'jsonl', masked: false, path: path('resumed.jsonl') },
      () => undefined,
    );
    await resumed.run();
    expect(resumed.phase).toBe('paused');
    expect(await readdir(folder)).not.toContain('resumed.jsonl');
    failing = false;
    await resumed.run();
    expect(resumed.phase).toBe('done');
    expect(await readFile(path('resumed.jsonl'), 'utf8')).toBe(await readFile(path('whole.jsonl'), 'utf8'));
  });

  it('goes on where it stood when the instance no longer knows the place, and writes nothing twice', async () => {
    const all = { text: '', filter: {} };
    const to = (name: string, from: ArchiveApi) =>
      new ExportJob(
        from,
        { query: all, format: 'conversations-csv', masked: false, path: path(name) },
        () => undefined,
      );
    await to('every.csv', api).run();
    let marks = 0;
    let restarted = false;
    const old = new Set<string>();
    const forgetful: ArchiveApi = {
      ...api,
      search: async (query, page = {}) => {
        const { next } = page;
        if (!restarted && next !== undefined) {
          old.add(next);
          marks += 1;
          if (marks === 2) throw new FailureError('saturated', 'busy');
        }
        // Those that are given out from now on read alike, and are good.
        if (restarted && next !== undefined && old.delete(next))
          throw new FailureError('not-found', 'forgotten', { reason: 'cursor-expired' });
        return api.search(query, page);
      },
    };
    const resumed = to('forgotten.csv', forgetful);
    await resumed.run();
    expect(resumed).toMatchObject({ phase: 'paused', problem: { code: 'saturated' } });
    restarted = true;
    await resumed.run();
    expect(resumed.phase).toBe('done');
    expect(await readFile(path('forgotten.csv'), 'utf8')).toBe(await readFile(path('every.csv'), 'utf8'));
  });

  it('writes once what comes again because pages moved', async () => {
    const moving: ArchiveApi = {
      ...api,
      search: async (query, page = {}) => {
        const found = await api.search(query, page);
        if (page.next === undefined) return found;
        // As with numbered pages, after three came in front.
        const before = await api.search(query, { limit: 100 });
        return { ...found, items: [...before.items.slice(-3), ...found.items] };
      },
    };
    const query = { text: '', filter: {} };
    const order = { query, format: 'conversations-csv', masked: false, path: path('moving.csv') } as const;
    await new ExportJob(moving, order, () => undefined).run();
    expect(await readFile(path('moving.csv'), 'utf8')).toBe(await readFile(path('every.csv'), 'utf8'));
  });

  it('says when the file cannot be written', async () => {
    const nowhere = job('no/such/folder.csv', 'conversations-csv');
    await nowhere.run();
    expect(nowhere).toMatchObject({ phase: 'paused', problem: { reason: 'file-write-failed' } });
    await nowhere.cancel();
    expect(nowhere).toMatchObject({ phase: 'cancelled', problem: undefined });
  });

  async function readIds(): Promise<readonly string[]> {
    const ids: string[] = [];
    let next: string | undefined;
    do {
      const page = await api.search(everything, { limit: 100, ...(next !== undefined && { next }) });
      ids.push(...page.items.map(({ conversation }) => conversation.id));
      next = page.next;
    } while (next !== undefined);
    return ids;
  }
});

describe('tags, flag and report', () => {
  let journal: Journal;
  beforeAll(() => {
    journal = createJournal({ folder: join(folder, 'journal'), clock: systemClock });
  });
  afterAll(() => journal.close());
  const acts = () =>
    createActs({
      journal,
      clock: systemClock,
      log: createLog({ file: join(folder, 'acts.log') }),
      me: () => ({ id: 'u-avery', name: 'Avery Tremblay' }),
    });

  it('edits tags on what they are now, once', async () => {
    const run = acts();
    const id = (await api.search(everything, { limit: 1 })).items[0]?.conversation.id ?? '';
    world()?.setTags(id, { id: 'u-morgan', name: 'Morgan' }, [
      { name: 'Kept', value: 'x' },
      { name: 'Gone', value: 'y' },
    ]);
    const edit = { add: [{ name: 'Audit', value: 'sample' }], remove: [{ name: 'Gone' }] };
    const target = { tenant, id, expected: { status: 'abandoned' } };
    expect(await run(tagAct(api, target, edit))).toMatchObject({ outcome: 'done' });
    expect(world()?.get(id)?.tags).toEqual([
      { name: 'Kept', value: 'x' },
      { name: 'Audit', value: 'sample' },
    ]);
    const { revision } = world()?.get(id) ?? {};
    expect(await run(tagAct(api, target, edit))).toMatchObject({ outcome: 'done' });
    expect(world()?.get(id)?.revision).toBe(revision);
  });

  it('refuses what changed since it was on screen, and what is gone', async () => {
    const run = acts();
    const id = (await api.search(everything, { limit: 2 })).items[1]?.conversation.id ?? '';
    const add = { add: [{ name: 'Audit' }], remove: [] };
    expect(await run(tagAct(api, { tenant, id, expected: { status: 'completed' } }, add))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'stale' },
    });
    expect(await run(tagAct(api, { tenant, id: 'c-404', expected: {} }, add))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'not-found' },
    });
  });

  it('flags and reports', async () => {
    const run = acts();
    const id = (await api.search(everything, { limit: 3 })).items[2]?.conversation.id ?? '';
    expect(await run(flagAct(api, { tenant, id, expected: {} }, true))).toMatchObject({ outcome: 'done' });
    expect(world()?.get(id)?.flagged).toBe(true);
    expect(
      await run(reportAct(api, { tenant, id, expected: {} }, 'Wrong advice', 'Said the wrong date')),
    ).toMatchObject({
      outcome: 'done',
    });
    expect(world()?.get(id)?.report).toMatchObject({ reason: 'Wrong advice', by: { name: 'Avery Tremblay' } });
  });
});
