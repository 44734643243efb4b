import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamSource } from '../../../../shared/ipc/contract.ts';
import type { WorkbenchView } from '../../../../shared/models/manifest-workbench.ts';
import { createActs } from '../../../commands/acts/run-act.ts';
import { MemoryJournal } from '../../../commands/testing/memory-journal.ts';
import { startSimulated } from '../../../platform/testing/simulated.ts';
import { memorySettings } from '../../../storage/testing/memory-settings.ts';
import type { DeskProcess } from '../process/desk-client.ts';
import { inProcessDesk } from '../testing/in-process-desk.ts';
import { dialable, repeat } from '../testing/nasty-manifest.ts';
import { DRAFT, hurried, TENANT } from '../testing/upload-harness.ts';
import { UploadStore } from '../upload/upload-store.ts';
import { columnMemory } from './column-memory.ts';
import { createWorkbenches, type Workbenches } from './workbenches.ts';

let simulated: Awaited<ReturnType<typeof startSimulated>>;
let folder = '';
beforeAll(async () => {
  simulated = await startSimulated({ world: { seed: 3, conversations: 0, speed: 1, clock: 'real' } }, 'Morgan Roy');
  folder = await mkdtemp(join(tmpdir(), 'workbench-'));
});
afterAll(async () => {
  await simulated.close();
  await rm(folder, { recursive: true });
});

const api = () => simulated.platform.campaignApi(TENANT);
let which = { tenant: TENANT, campaign: '' };
let owner = 'me';
let journal = new MemoryJournal();
let settings = memorySettings();
let desks: DeskProcess[] = [];
let benches: Workbenches;
let source: StreamSource<WorkbenchView>;
let view: WorkbenchView;
let saveTo: string | undefined;

/** A console on this machine as it is after a start. */
async function startConsole(): Promise<void> {
  const store = new UploadStore(join(folder, 'manifests'), undefined);
  await store.open(0);
  benches = createWorkbenches({
    apiFor: (tenant) => simulated.platform.campaignApi(tenant),
    clock: hurried,
    act: createActs({
      journal,
      clock: hurried,
      log: { info() {}, warn() {}, error() {} },
      me: () => ({ id: 'u-1', name: 'Morgan Roy' }),
    }),
    me: () => ({ id: 'u-1', name: 'Morgan Roy' }),
    owner: () => owner,
    store,
    memory: columnMemory(settings),
    startDesk(copies) {
      const desk = inProcessDesk(copies);
      desks.push(desk);
      return desk;
    },
    askOpen: async () => join(folder, 'contacts.csv'),
    askSave: async () => saveTo,
    note: async (name, _tenant, _campaign, facts) => {
      await journal.append({ command: name, phase: 'note' }, { noted: { name, actor: {}, facts } });
    },
  });
  openView();
}

function openView(): void {
  source = benches.handlers.state(which, () => {
    view = source.take() ?? view;
  });
  view = source.take() ?? view;
}

/** Waits until the windows are told what is looked for. */
const shown = (check: (now: WorkbenchView) => void) => vi.waitFor(() => check(view), { timeout: 10_000, interval: 5 });
const contacts = (text: string) => writeFile(join(folder, 'contacts.csv'), text);
const handlers = () => benches.handlers;

beforeEach(async () => {
  owner = 'me';
  journal = new MemoryJournal();
  settings = memorySettings();
  desks = [];
  const { id } = await api().campaigns.create(DRAFT);
  which = { tenant: TENANT, campaign: id };
  await startConsole();
});
afterEach(async () => {
  source.close();
  await benches.endAll();
});

describe('a manifest on its way', () => {
  it('is chosen, checked against everything, put right, uploaded, reconciled and taken back', async () => {
    await api().contacts.add(which.campaign, { phone: dialable(1) });
    await api().doNotCall.add({ phone: dialable(2), reason: 'asked for it' });
    await contacts(
      `phone,firstName,timeZone\n${[1, 2, 3, 4].map((n) => `${dialable(n)},Ann,\n`).join('')}416-555-01,Bob,\n${dialable(5)},Cid,America/Torono\n`,
    );
    expect(await handlers().chooseFile(which)).toBe(true);
    await shown(({ file, campaign }) => {
      expect(file).toMatchObject({ name: 'contacts.csv', encoding: 'utf-8', delimiter: ',', headerRow: 1 });
      expect(campaign).toMatchObject({ name: 'Winter outage notice', state: 'draft' });
    });
    expect(JSON.stringify(view)).not.toContain(folder);
    await handlers().check(which);
    await shown(({ check, compared }) => {
      expect(compared.slice(0, 2)).toMatchObject([
        { kind: 'barred', state: 'loaded' },
        { kind: 'own', state: 'loaded', numbers: 1 },
      ]);
      expect(compared.every(({ state }) => state === 'loaded')).toBe(true);
      expect(check?.reasons).toEqual({
        accepted: 2,
        'do-not-call': 1,
        'number-too-short': 1,
        'zone-unknown': 1,
        'duplicate-in-campaign': 1,
      });
    });
    const page = await handlers().rows({
      ...which,
      filter: { reason: 'do-not-call', open: true },
      offset: 0,
      limit: 10,
    });
    expect(page.rows).toMatchObject([{ rowNumber: 3, barred: { reason: 'asked for it' } }]);

    await handlers().fix({ ...which, fix: { kind: 'zone', from: 'America/Torono', to: 'America/Toronto' } });
    await handlers().fix({
      ...which,
      fix: { kind: 'edit', row: 4, cells: [{ column: 0, value: '416-555-0177' }] },
    });
    await handlers().undo(which);
    await handlers().redo(which);
    await shown(({ check }) => expect(check).toMatchObject({ fixes: 2, reasons: { accepted: 4 } }));
    expect(await handlers().zones(which)).toEqual([{ timeZone: 'America/Toronto', rows: 4 }]);
    expect(await handlers().diff(which)).toEqual({
      against: 'platform',
      before: 1,
      added: 4,
      removed: 1,
      changed: 0,
      same: 0,
    });

    saveTo = join(folder, 'rejects.csv');
    const words = { row: 'Row', verdict: 'Verdict', why: 'Why', verdicts: {}, reasons: {} };
    expect(await handlers().saveRejects({ ...which, words })).toBe(2);
    expect(await readFile(saveTo, 'utf8')).toContain('do-not-call');

    await expect(handlers().upload({ ...which, accepted: 3 })).rejects.toMatchObject({ failure: { code: 'stale' } });
    await handlers().upload({ ...which, accepted: 4 });
    await shown(({ receipts, upload, file }) => {
      expect(upload).toBeUndefined();
      expect(file).toBeUndefined();
      expect(receipts).toMatchObject([
        {
          state: 'accepted',
          rows: 4,
          by: 'Morgan Roy',
          refused: 0,
          unexplained: 0,
          comparable: true,
          ours: { accepted: 4, duplicate: 1, invalid: 1, empty: 0 },
          theirs: { accepted: 4 },
        },
      ]);
    });
    const [receipt] = view.receipts;
    const exported = await handlers().exportReceipt({ ...which, receipt: receipt?.id ?? '' });
    expect(exported.text).toContain(`sha256,${receipt?.sha256}`);
    expect(journal.records.map(({ details }) => details?.noted?.name ?? details?.intent?.name).filter(Boolean)).toEqual(
      ['saveManifestRejects', 'approveManifest', 'importManifest'],
    );
    // What was sent goes from this machine once the receipt is told; only what the next one is compared with stays.
    await vi.waitFor(
      async () =>
        expect((await readdir(join(folder, 'manifests'))).sort()).toEqual([`${receipt?.id}.index`, 'uploads.json']),
      { timeout: 10_000, interval: 5 },
    );

    await handlers().reverse({ ...which, receipt: receipt?.id ?? '' });
    await shown(({ receipts }) => expect(receipts).toMatchObject([{ state: 'reversed', comparable: false }]));
    expect((await api().contacts.list(which.campaign)).items.map(({ phone }) => phone)).toEqual([dialable(1)]);
  });

  it('remembers columns of files of the same kind, and the country', async () => {
    await contacts(`a,b\n${dialable(1)},x\n`);
    await handlers().chooseFile(which);
    const uses = [
      { kind: 'field', field: 'phone' },
      { kind: 'variable', name: 'note' },
    ] as const;
    handlers().assign({ ...which, uses: [...uses] });
    await handlers().setOptions({ ...which, country: 'US', mode: 'append' });
    await handlers().check(which);
    await benches.endAll();
    await startConsole();
    await contacts(`a,b\n${dialable(2)},y\n${dialable(3)},z\n`);
    await handlers().chooseFile(which);
    await shown((now) => expect(now).toMatchObject({ remembered: true, uses, country: 'US' }));
  });

  it('tells the next one from the last one that was uploaded', async () => {
    await contacts(`phone,firstName\n${dialable(1)},Ann\n${dialable(2)},Bob\n`);
    await handlers().chooseFile(which);
    await handlers().check(which);
    await handlers().upload({ ...which, accepted: 2 });
    await shown(({ receipts }) => expect(receipts).toHaveLength(1));
    await contacts(`phone,firstName\n${dialable(2)},Robert\n${dialable(3)},Cid\n`);
    await handlers().chooseFile(which);
    await handlers().setOptions({ ...which, country: 'CA', mode: 'replace' });
    await handlers().check(which);
    expect(await handlers().diff(which)).toMatchObject({ against: 'upload', added: 1, removed: 1, changed: 1 });
    expect(await handlers().diffRows({ ...which, kind: 'removed', offset: 0, limit: 5 })).toEqual([
      { phone: dialable(1) },
    ]);
  });

  it('is offered again after the console ended in the middle of its upload, to its owner only', async () => {
    await simulated.admin('POST', 'faults', { kind: 'forbidden', operation: 'putManifestChunk' });
    await contacts(`phone\n${repeat(50, (n) => `${dialable(n)}\n`)}`);
    await handlers().chooseFile(which);
    await handlers().check(which);
    await handlers().upload({ ...which, accepted: 50 });
    await shown(({ upload }) => expect(upload).toMatchObject({ phase: 'interrupted', failure: { code: 'forbidden' } }));
    await benches.endAll();
    await simulated.admin('DELETE', 'faults');

    owner = 'somebody else';
    await startConsole();
    expect(view.upload).toBeUndefined();
    owner = 'me';
    await startConsole();
    expect(view.upload).toMatchObject({ phase: 'interrupted', rows: 50 });
    handlers().resumeUpload(which);
    await shown(({ receipts }) => expect(receipts).toMatchObject([{ state: 'accepted', rows: 50 }]));
  });

  it('can be given up in the middle, here and there', async () => {
    await simulated.admin('POST', 'faults', { kind: 'forbidden', operation: 'putManifestChunk', times: 1 });
    await contacts(`phone\n${dialable(1)}\n`);
    await handlers().chooseFile(which);
    await handlers().check(which);
    await handlers().upload({ ...which, accepted: 1 });
    await shown(({ upload }) => expect(upload?.phase).toBe('interrupted'));
    await handlers().cancelUpload(which);
    expect(view.upload).toBeUndefined();
    expect((await api().manifests.list(which.campaign)).map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('says so when its check ended by itself, and starts anew', async () => {
    await contacts(`phone\n${dialable(1)}\n`);
    await handlers().chooseFile(which);
    desks[0]?.kill();
    await expect(handlers().check(which)).rejects.toMatchObject({ failure: { code: 'not-found' } });
    await handlers().chooseFile(which);
    await handlers().check(which);
    await shown(({ check }) => expect(check?.reasons).toEqual({ accepted: 1 }));
  });

  it('says what a file is that it cannot read, and keeps nothing of it', async () => {
    await contacts('');
    await expect(handlers().chooseFile(which)).rejects.toMatchObject({
      failure: { code: 'invalid', detail: { reason: 'manifest-empty' } },
    });
    await shown((now) => {
      expect(now.failure).toMatchObject({ detail: { reason: 'manifest-empty' } });
      expect(now.file).toBeUndefined();
    });
  });
});
