import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CampaignDraft } from '../../../../shared/models/campaign.ts';
import { countsOf } from '../../../../shared/models/manifest-reasons.ts';
import type { RefusedRow } from '../../../../shared/models/manifest-receipt.ts';
import { createActs } from '../../../commands/acts/run-act.ts';
import { MemoryJournal } from '../../../commands/testing/memory-journal.ts';
import type { ManifestCalls } from '../../../platform/campaigns/campaign-api.ts';
import { createPlatform } from '../../../platform/create-platform.ts';
import { platformDeps, settingsFor, startSimulated } from '../../../platform/testing/simulated.ts';
import type { Clock } from '../../../storage/clock.ts';
import { ManifestDesk } from '../desk/desk.ts';
import { newFileKey } from '../source/sealed-file.ts';
import { readingFrom } from '../upload/stored-upload.ts';
import type { UploadRecord } from '../upload/upload-record.ts';
import { UploadRun } from '../upload/upload-run.ts';
import { UploadStore } from '../upload/upload-store.ts';
import { startCuttingProxy } from './cutting-proxy.ts';
import { dialable, repeat } from './nasty-manifest.ts';

export const TENANT = 'northwind-utilities';

/** Waits as asked, but never long. */
export const hurried: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, 15));
    return () => clearTimeout(timer);
  },
};

export const DRAFT: CampaignDraft = {
  name: 'Winter outage notice',
  flowId: 'payment-reminder',
  callerId: '+14165550100',
  schedule: {
    days: ['mon'],
    windowStart: '09:00',
    windowEnd: '17:00',
    holidays: [],
    fallbackTimeZone: 'America/Toronto',
  },
  concurrency: 5,
  maxAttempts: 3,
  retry: {},
  answeringMachine: 'hang-up',
  requiredVariables: [],
};

/** A whole way from a file to an instance, over a wire that can be cut. */
export async function startUploads() {
  const simulated = await startSimulated(
    { world: { seed: 3, conversations: 0, speed: 1, clock: 'real' } },
    'Morgan Roy',
  );
  const proxy = await startCuttingProxy(simulated.simulator.url);
  const folder = await mkdtemp(join(tmpdir(), 'uploads-'));
  const platform = createPlatform(platformDeps(simulated.tokens, folder));
  await platform.connect(settingsFor(proxy.url, [TENANT]));
  const api = platform.campaignApi(TENANT);
  const journal = new MemoryJournal();
  const act = createActs({
    journal,
    clock: hurried,
    log: { info() {}, warn() {}, error() {} },
    me: () => ({ id: 'u-1', name: 'Morgan Roy' }),
    delays: { lost: [10, 20, 50], answered: [10, 20] },
  });
  const store = new UploadStore(join(folder, 'manifests'), undefined);
  await store.open(0);
  const refused = new Map<string, readonly RefusedRow[]>();

  /** Checks and prepares a file of so many contacts, every tenth row without a number. */
  async function prepare(campaign: { id: string; name: string }, rows: number, mode: 'append' | 'replace' = 'append') {
    const path = join(folder, 'contacts.csv');
    await writeFile(
      path,
      `phone,note\n${repeat(rows, (n) => `${n % 10 === 9 ? '' : dialable(n)},${'x'.repeat(40)}\n`)}`,
    );
    const desk = new ManifestDesk(folder, () => undefined);
    const file = await desk.open(path, {}, 'CA');
    const uses = file.columns.map(({ guess }) => guess);
    const { reasons } = await desk.check({ uses, country: 'CA', required: [], compareOwn: true });
    const id = randomUUID();
    const [key, indexKey] = [newFileKey(), newFileKey()];
    const prepared = await desk.prepare({ content: store.contentPath(id), index: store.indexPath(id), key, indexKey });
    await desk.close();
    const record: UploadRecord = {
      id,
      owner: 'me',
      tenant: TENANT,
      campaign,
      fileName: 'contacts.csv',
      mode,
      firstRow: file.firstRow,
      columns: [...prepared.columns],
      rows: prepared.rows,
      bytes: prepared.bytes,
      sha256: prepared.sha256,
      ours: countsOf(reasons),
      contentKey: Buffer.from(key).toString('base64'),
      indexKey: Buffer.from(indexKey).toString('base64'),
      begunAt: Date.now(),
      step: 'prepared',
      sentBytes: 0,
    };
    await store.save(record);
    return record;
  }

  /** The run of a record as a console would begin it that was just started. @param chunkBytes as the instance is made to say */
  function runOf(record: UploadRecord, calls: ManifestCalls = api.manifests, chunkBytes = 2_000): UploadRun {
    const small: ManifestCalls = {
      ...calls,
      create: async (id, start) => ({ ...(await calls.create(id, start)), chunkBytes }),
    };
    return new UploadRun(record, {
      calls: small,
      act,
      clock: hurried,
      save: (changed) => store.save(changed),
      ...readingFrom(store),
      async keepRefused({ id }, rows) {
        refused.set(id, rows);
      },
      changed: () => undefined,
    });
  }

  return {
    api,
    proxy,
    store,
    refused,
    journal,
    admin: simulated.admin,
    prepare,
    runOf,
    createCampaign: (changes: Partial<CampaignDraft> = {}) => api.campaigns.create({ ...DRAFT, ...changes }),
    async close() {
      await proxy.close();
      await simulated.close();
      await rm(folder, { recursive: true });
    },
  };
}
export type Uploads = Awaited<ReturnType<typeof startUploads>>;
