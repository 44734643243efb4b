import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Campaign } from '../../../../shared/models/campaign.ts';
import { FailureError } from '../../../../shared/models/failure.ts';
import type { ManifestCalls } from '../../../platform/campaigns/campaign-api.ts';
import { dialable } from '../testing/nasty-manifest.ts';
import { startUploads, type Uploads } from '../testing/upload-harness.ts';
import { takeBackAct } from './manifest-acts.ts';
import type { UploadRun } from './upload-run.ts';

let to: Uploads;
let campaign: Campaign;
beforeAll(async () => {
  to = await startUploads();
});
afterAll(() => to.close());
beforeEach(async () => {
  campaign = await to.createCampaign();
});

const ROWS = 300;
const ACCEPTED = 270;

/** The instance took every contact of one upload exactly once, and the console knows it. */
async function expectWhole(run: UploadRun, uploads = 1): Promise<void> {
  expect(run.view()).toMatchObject({ phase: 'processing', sentBytes: run.record.bytes });
  expect(run.record).toMatchObject({
    step: 'finished',
    end: { state: 'accepted', refused: 0, unexplained: 0, counts: { rows: ACCEPTED, accepted: ACCEPTED } },
  });
  const contacts = await to.api.contacts.list(campaign.id, {}, { limit: 1000 });
  expect(contacts.items).toHaveLength(ACCEPTED);
  expect(new Set(contacts.items.map(({ phone }) => phone)).size).toBe(ACCEPTED);
  const listed = await to.api.manifests.list(campaign.id);
  expect(listed.filter(({ state }) => state === 'accepted')).toHaveLength(1);
  expect(listed).toHaveLength(uploads);
}

describe('an upload', () => {
  it('brings every accepted row once, and says so', async () => {
    const run = to.runOf(await to.prepare(campaign, ROWS));
    await run.run();
    await expectWhole(run);
    const names = to.journal.records.map(({ details }) => details?.intent?.name).filter((name) => name !== undefined);
    expect(names).toEqual(['importManifest']);
  });

  it.each(Array.from({ length: 10 }, (_, tenth) => tenth))(
    'goes on after the wire was cut at tenth %i',
    async (tenth) => {
      const record = await to.prepare(campaign, ROWS);
      const run = to.runOf(record);
      const before = to.proxy.cuts();
      // Counted from the first chunk: creating takes a request of its own.
      const calls: ManifestCalls = {
        ...to.api.manifests,
        async create(id, start) {
          const made = await to.api.manifests.create(id, start);
          to.proxy.cutAfter(Math.max(1, Math.floor((record.bytes * tenth) / 10)));
          return made;
        },
      };
      const cut = to.runOf(record, calls);
      await cut.run();
      expect(to.proxy.cuts()).toBe(before + 1);
      await expectWhole(cut);
      expect(run.finished).toBe(false);
    },
  );

  it.each([
    [
      '429 in the middle',
      { kind: 'too-many-requests', operation: 'putManifestChunk', after: 2, times: 3, retryAfterSeconds: 0 },
    ],
    [
      '503 in the middle',
      { kind: 'unavailable', operation: 'putManifestChunk', after: 2, times: 3, retryAfterSeconds: 0 },
    ],
    ['409 in the middle', { kind: 'conflict', operation: 'putManifestChunk', after: 2, times: 2 }],
    ['an answer that cannot be read', { kind: 'truncated-json', operation: 'putManifestChunk', times: 3 }],
    ['a gateway that answers instead', { kind: 'wrong-content-type', operation: 'putManifestChunk', times: 2 }],
    [
      '503 while it asks where it stands',
      { kind: 'unavailable', operation: 'getManifestUpload', times: 3, retryAfterSeconds: 0 },
    ],
    ['a lost answer to the last request', { kind: 'truncated-json', operation: 'completeManifestUpload', times: 1 }],
    [
      '503 at the last request, tried again by the operator',
      { kind: 'unavailable', operation: 'completeManifestUpload', times: 1, retryAfterSeconds: 0 },
    ],
    [
      '422 in the middle, tried again by the operator',
      { kind: 'unprocessable', operation: 'putManifestChunk', after: 2, times: 1 },
    ],
    ['403 in the middle, tried again by the operator', { kind: 'forbidden', operation: 'putManifestChunk', times: 1 }],
    [
      '503 at the first request, tried again by the operator',
      { kind: 'unavailable', operation: 'createManifestUpload', times: 1, retryAfterSeconds: 0 },
    ],
  ])('survives %s', async (_name, fault) => {
    const run = to.runOf(await to.prepare(campaign, ROWS));
    expect((await to.admin('POST', 'faults', fault)).status).toBe(201);
    await run.run();
    if (!run.finished) {
      expect(run.view()).toMatchObject({ phase: 'interrupted' });
      expect(run.view().failure).toBeDefined();
      await run.run();
    }
    await expectWhole(run);
    await to.admin('DELETE', 'faults');
  });

  it('adopts the upload whose first answer was lost, instead of beginning another', async () => {
    const record = await to.prepare(campaign, ROWS);
    const lost: ManifestCalls = {
      ...to.api.manifests,
      async create(id, start) {
        await to.api.manifests.create(id, start);
        throw new FailureError('unknown-outcome', 'The answer was lost');
      },
    };
    const run = to.runOf(record, lost);
    await run.run();
    expect(run.view()).toMatchObject({ phase: 'interrupted', failure: { code: 'unknown-outcome' } });
    const again = to.runOf(to.store.get(record.id) ?? record);
    await again.run();
    await expectWhole(again);
  });

  it('goes on in another console after it was killed at any step', async () => {
    const record = await to.prepare(campaign, ROWS);
    let requests = 0;
    const release: (() => void)[] = [];
    for (let limit = 1; ; limit += 3) {
      requests = 0;
      // The console is gone with its nth request: what was on the disk then is all that the next one knows.
      const dying = new Proxy(to.api.manifests, {
        get(target, name: keyof ManifestCalls) {
          return (...args: never[]) => {
            requests += 1;
            if (requests > limit) return new Promise((_, reject) => release.push(() => reject(new Error('dead'))));
            return (target[name] as (...given: never[]) => unknown)(...args);
          };
        },
      });
      const run = to.runOf(to.store.get(record.id) ?? record, dying);
      const ended = run.run().then(() => true);
      const hung = new Promise<boolean>((resolve) => {
        const look = setInterval(() => {
          if (requests <= limit) return;
          clearInterval(look);
          resolve(false);
        }, 5);
        void ended.then(() => clearInterval(look));
      });
      if (await Promise.race([ended, hung])) {
        await expectWhole(run);
        // Only now may the dead go on: they have files open.
        for (const free of release) free();
        return;
      }
    }
  });

  it('waits while it is paused, and goes on where it was', async () => {
    const record = await to.prepare(campaign, ROWS);
    let puts = 0;
    const calls: ManifestCalls = {
      ...to.api.manifests,
      async putChunk(...args) {
        puts += 1;
        if (puts === 3) void run.pause();
        return to.api.manifests.putChunk(...args);
      },
    };
    const run: UploadRun = to.runOf(record, calls);
    await run.run();
    expect(run.view()).toMatchObject({ phase: 'paused' });
    expect(run.view().sentBytes).toBeLessThan(record.bytes);
    await run.run();
    await expectWhole(run);
  });

  it('leaves nothing behind when it is given up', async () => {
    const record = await to.prepare(campaign, ROWS);
    let puts = 0;
    const calls: ManifestCalls = {
      ...to.api.manifests,
      async putChunk(...args) {
        puts += 1;
        if (puts === 3) void run.pause();
        return to.api.manifests.putChunk(...args);
      },
    };
    const run: UploadRun = to.runOf(record, calls);
    await run.run();
    expect(await run.giveUp()).toBe(true);
    expect((await to.api.manifests.list(campaign.id)).map(({ state }) => state)).toEqual(['cancelled']);
    expect((await to.api.contacts.list(campaign.id)).items).toEqual([]);
  });

  it('says so when another admin gave it up', async () => {
    const record = await to.prepare(campaign, ROWS);
    let puts = 0;
    const calls: ManifestCalls = {
      ...to.api.manifests,
      async putChunk(owner, id, offset, bytes) {
        puts += 1;
        if (puts === 3) await to.api.manifests.cancel(owner, id);
        return to.api.manifests.putChunk(owner, id, offset, bytes);
      },
    };
    const run = to.runOf(record, calls);
    await run.run();
    expect(run.view()).toMatchObject({
      phase: 'interrupted',
      failure: { code: 'conflict', detail: { reason: 'manifest-upload-gone' } },
    });
  });

  it('is reconciled row by row when another admin was quicker with some numbers', async () => {
    await to.api.contacts.add(campaign.id, { phone: dialable(3) });
    await to.api.contacts.add(campaign.id, { phone: dialable(15) });
    const run = to.runOf(await to.prepare(campaign, ROWS));
    await run.run();
    expect(run.record.end).toMatchObject({ state: 'partially-accepted', refused: 2, unexplained: 0 });
    // Row 1 names the columns; every tenth contact had no number and was not sent.
    expect(to.refused.get(run.record.id)).toMatchObject([
      { rowNumber: 5, phone: dialable(3), code: 'duplicate-in-campaign' },
      { rowNumber: 17, phone: dialable(15), code: 'duplicate-in-campaign' },
    ]);
  });

  it('is taken back whole while the instance allows it', async () => {
    const run = to.runOf(await to.prepare(campaign, ROWS));
    await run.run();
    const act = takeBackAct(to.api.manifests, run.record, 'accepted');
    await act.send(undefined);
    expect((await to.api.contacts.list(campaign.id)).items).toEqual([]);
    const now = await act.read();
    expect([now?.state, act.find(undefined, now, undefined)]).toEqual(['reversed', 'done']);
  });

  it('tells why the whole file was refused', async () => {
    const picky = await to.createCampaign({ requiredVariables: ['balance'] });
    const run = to.runOf(await to.prepare(picky, ROWS));
    await run.run();
    expect(run.record.end).toMatchObject({ state: 'rejected', rejection: { code: 'variable-column-missing' } });
  });
});
