import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultCriteria } from '../../shared/models/default-scorecard.ts';
import { failureOf } from '../../shared/models/failure.ts';
import { maskOf } from '../../shared/models/mask.ts';
import type { Marks, QualityView } from '../../shared/models/quality.ts';
import { gatherEntries } from '../commands/journal/entries.ts';
import { createJournal, type Journal } from '../commands/journal/journal.ts';
import { keptTranscript } from '../desk/testing/kept-transcript.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { MemoryBox } from '../storage/testing/memory-box.ts';
import { createQuality, type QualityDeps } from './quality.ts';

const tenant = 'north';
const clock = new ManualClock(Date.UTC(2026, 10, 25));
const everything = { text: '', filter: {} };
const about = { id: 'c-1', platform: 'webchat', csr: 'Kim', flow: '=cmd()' };
const full: Marks = { safe: 1, right: 5, understood: 5, tone: 5, steps: 1, closed: 'not-applicable' };
let folder: string;
let journal: Journal;
let box: MemoryBox;
let owner: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quality-'));
  journal = createJournal({ folder: join(folder, 'journal'), clock });
  box = new MemoryBox();
  owner = 'demo/u-avery';
});
afterEach(async () => {
  await journal.close();
  await rm(folder, { recursive: true, force: true });
});

/** An archive of 450 conversations; each third was had by Kim. */
const archive: QualityDeps['apiFor'] = () => ({
  async search(_query, { next = '0', limit = 100, signal } = {}) {
    signal?.throwIfAborted();
    const from = Number(next);
    const items = Array.from({ length: Math.min(limit, 450 - from) }, (_, nth) => {
      const { conversation } = keptTranscript(`c-${from + nth}`, clock.now(), ['Hello']);
      const handler = nth % 3 === 0 ? { kind: 'human' as const, name: 'Kim' } : conversation.handler;
      return { conversation: { ...conversation, handler }, snippets: [] };
    });
    const to = from + items.length;
    return { items, total: 450, totalIsExact: true, ...(to < 450 && { next: String(to) }) };
  },
});
const quality = (more: Partial<QualityDeps> = {}) =>
  createQuality({
    folder: join(folder, 'quality'),
    vault: box,
    apiFor: archive,
    journal,
    clock,
    me: () => ({ id: 'u-avery', name: 'Avery' }),
    owner: () => owner,
    defaults: () => defaultCriteria('en'),
    mask: () => maskOf('numbers'),
    ...more,
  });
async function viewOf(service: ReturnType<typeof quality>): Promise<QualityView> {
  return new Promise((told) => {
    const source = service.state({ tenant }, () => {
      const view = source.take();
      if (view === undefined) return;
      source.close();
      told(view);
    });
    source.take();
  });
}
const judged = (marks: Marks, note = '') => ({
  marks: { ...marks },
  note,
  notes: [{ id: 'n', message: 'm-1', text: 'Call +1 416 555 0123 back' }],
});
const actions = async () =>
  gatherEntries(await journal.read()).map(({ action, facts }) => ({ action, ...(facts && { facts }) }));
const draw = { tenant, query: everything, search: '', size: 5, spread: 'whole', seed: 'abc' } as const;

it('keeps a draft over a restart, sealed and for its owner alone, until it is finished', async () => {
  const first = quality();
  await first.saveDraft({ tenant, about, judgement: judged({ right: 4 }, 'Spoke of hydrangeas') });
  for (const name of await readdir(join(folder, 'quality'))) {
    const text = await readFile(join(folder, 'quality', name), 'utf8');
    for (const word of ['hydrangea', 'Kim', 'c-1', tenant]) expect(text + name).not.toContain(word);
  }
  const again = quality();
  expect(await again.review({ tenant, id: 'c-1' })).toMatchObject({
    review: { state: 'draft', note: 'Spoke of hydrangeas', version: 1, by: 'Avery' },
  });
  expect(await Promise.resolve(again.finish({ tenant, id: 'c-1' })).catch(failureOf)).toMatchObject({
    detail: { reason: 'review-incomplete' },
  });
  await again.saveDraft({ tenant, about, judgement: judged(full) });
  expect(await again.finish({ tenant, id: 'c-1' })).toMatchObject({ state: 'finished', history: [{ score: 100 }] });
  expect(await quality().results({ tenant })).toMatchObject({ byCsr: [{ csr: 'Kim', average: 100, reviews: 1 }] });
  owner = 'demo/u-morgan';
  expect(await quality().review({ tenant, id: 'c-1' })).not.toHaveProperty('review');
});

it('re-opens with its history; what was finished counts until the draft is, and stays when it is discarded', async () => {
  const service = quality();
  await service.saveDraft({ tenant, about, judgement: judged(full) });
  await service.finish({ tenant, id: 'c-1' });
  const change = { tenant, about, judgement: judged({ ...full, safe: 0 }) };
  expect(await Promise.resolve(service.saveDraft(change)).catch(failureOf)).toMatchObject({
    code: 'conflict',
    detail: { reason: 'review-finished' },
  });
  await service.reopen({ tenant, id: 'c-1' });
  await service.saveDraft(change);
  expect(await service.results({ tenant })).toMatchObject({ whole: { average: 100 } });
  await service.discard({ tenant, id: 'c-1' });
  expect((await service.review({ tenant, id: 'c-1' })).review).toMatchObject({ state: 'finished', marks: full });
  await service.reopen({ tenant, id: 'c-1' });
  await service.saveDraft(change);
  await service.finish({ tenant, id: 'c-1' });
  expect((await service.review({ tenant, id: 'c-1' })).review?.history.map(({ what, score }) => [what, score])).toEqual(
    [
      ['finished', 100],
      ['reopened', undefined],
      ['finished', 0],
    ],
  );
  const { text } = await service.export({ tenant });
  expect(text).toContain("'=cmd()");
  expect(text).not.toContain('416 555');
  expect(await actions()).toMatchObject([
    { action: 'finishReview', facts: { failed: false, score: 100 } },
    { action: 'reopenReview' },
    { action: 'reopenReview' },
    { action: 'finishReview', facts: { failed: true, score: 0 } },
    { action: 'exportReviews', facts: { reviews: 1 } },
  ]);
});

it('draws a sample from every page of a search, the same again by its seed, without what is reviewed', async () => {
  const service = quality();
  const first = (await service.draw({ ...draw, leaveOutReviewed: true })) ?? '';
  const items = await service.sample({ tenant, id: first });
  expect(items).toHaveLength(5);
  const again = (await service.draw({ ...draw, leaveOutReviewed: true })) ?? '';
  expect(await service.sample({ tenant, id: again })).toEqual(items);
  const [one] = items;
  if (one === undefined) throw new Error('nothing was drawn');
  const { state: _, ...drawn } = one;
  await service.saveDraft({ tenant, about: drawn, judgement: judged(full) });
  const third = (await service.draw({ ...draw, leaveOutReviewed: true })) ?? '';
  expect((await service.sample({ tenant, id: third })).map(({ id }) => id)).not.toContain(one.id);
  const spread = (await service.draw({ ...draw, spread: 'csr', leaveOutReviewed: false })) ?? '';
  expect(await service.sample({ tenant, id: spread })).toHaveLength(10);
  await service.forgetSample({ tenant, id: spread });
  const view = await viewOf(service);
  expect(view.samples).toMatchObject([
    { id: third, considered: 450, cut: false, leftOut: 1, total: 5 },
    { id: again },
    { id: first, drafts: 1, finished: 0 },
  ]);
});

it('stops drawing when it is told to, and keeps nothing of it', async () => {
  const service: ReturnType<typeof quality> = quality({
    apiFor: () => ({
      search: async (query, page) => {
        // Cancelled while the first page is under way.
        await service.cancelDraw({ tenant });
        return archive(tenant).search(query, { ...page, limit: 10 });
      },
    }),
  });
  expect(await service.draw({ ...draw, leaveOutReviewed: false })).toBeUndefined();
  const view = await viewOf(service);
  expect(view).toMatchObject({ samples: [], sealed: true, setAside: false });
  expect(view.drawing).toBeUndefined();
});

it('makes another version of the scorecard, and judges each review by its own', async () => {
  const service = quality();
  await service.saveDraft({ tenant, about, judgement: judged(full) });
  await service.finish({ tenant, id: 'c-1' });
  const criteria = [{ id: 'only', name: 'Only this', kind: 'pass-fail' as const, weight: 1, autoFail: false }];
  expect(await service.saveScorecard({ tenant, criteria })).toMatchObject({ version: 2, by: 'Avery' });
  expect((await service.review({ tenant, id: 'c-1' })).scorecard.version).toBe(1);
  expect((await service.review({ tenant, id: 'c-2' })).scorecard.criteria).toEqual(criteria);
  expect((await viewOf(quality())).earlier.map(({ version }) => version)).toEqual([1]);
});

it('sets aside what cannot be read, and says so', async () => {
  await quality().saveDraft({ tenant, about, judgement: judged(full) });
  const [name = ''] = await readdir(join(folder, 'quality'));
  await writeFile(join(folder, 'quality', name), '{"sealed":"no such thing"}');
  expect(await viewOf(quality())).toMatchObject({ setAside: true });
  expect((await readdir(join(folder, 'quality'))).some((one) => one.includes('.corrupt-'))).toBe(true);
});
