import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MetricAlert } from '../../shared/models/alert.ts';
import { aConversation } from '../../shared/testing/a-conversation.ts';
import { gatherEntries } from '../commands/journal/entries.ts';
import { createJournal, type Journal } from '../commands/journal/journal.ts';
import { DrivenClock } from '../live/testing/driven-clock.ts';
import type { HandOverSources } from './gather.ts';
import { createHandOvers } from './hand-overs.ts';

const NOW = Date.UTC(2026, 10, 22, 22);
const tenant = 'north';
const alert = (change: Partial<MetricAlert> = {}): MetricAlert => ({
  id: '1',
  tenant,
  rule: { id: 'r', name: 'Pool full', severity: 'critical' },
  at: NOW - 60_000,
  state: 'active',
  acknowledged: true,
  about: 'metric',
  metric: 'model.saturation',
  labels: {},
  condition: { kind: 'absence' },
  forSeconds: 0,
  ...change,
});
const hold = {
  id: 'h',
  tenant,
  action: 'transfer',
  bulk: false,
  conversations: ['c'],
  heldAt: NOW,
  dueAt: NOW,
  results: [],
} as const;
const counts = { total: 1, done: 0, refused: 0, unknown: 0, cancelled: 0, waiting: 1 };

let folder: string;
let journal: Journal;
let sources: HandOverSources;
const clock = new DrivenClock(NOW);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
  journal = createJournal({ folder: join(folder, 'journal'), clock });
  sources = {
    alerts: () => [alert(), alert({ id: '2', state: 'over' })],
    watched: () => ['seen', 'gone'],
    conversation: async (_, id) => {
      if (id === 'gone') throw new Error('not there');
      return aConversation({
        id,
        platform: 'sms',
        status: 'human-handoff',
        contact: { display: '+1 902 555 0100' },
        handler: { kind: 'human', name: 'Kim' },
        aiState: 'paused',
      });
    },
    campaigns: async () => [
      { id: 'c1', name: 'Renewals', state: 'paused', archived: false, outcomes: {} },
      { id: 'c2', name: 'Runs', state: 'running', archived: false, outcomes: {} },
      { id: 'c3', name: 'Old', state: 'paused', archived: true, outcomes: {} },
    ],
    holds: () => [
      { ...hold, phase: 'not-sent', counts },
      { ...hold, id: 'f', phase: 'finished', counts },
      { ...hold, id: 'o', tenant: 'south', phase: 'held', counts },
    ],
    incidents: async () => [{ id: 'i', title: 'Model pool full', startedAt: NOW - 5 }],
  };
});
afterEach(async () => {
  await journal.close();
  rmSync(folder, { recursive: true, force: true });
});
const open = () =>
  createHandOvers({
    sources,
    file: { path: join(folder, 'hand-overs.json'), vault: undefined },
    journal,
    clock,
    me: () => ({ id: 'u', name: 'Avery' }),
  });

describe('a hand-over', () => {
  it('lists what still is so, and says what could not be read', async () => {
    const draft = await open().draft({ tenant });
    expect(draft.alerts.items).toMatchObject([{ rule: 'Pool full', acknowledged: true, metric: 'model.saturation' }]);
    expect(draft.watched).toMatchObject({ unread: true, items: [{ id: 'seen', handler: 'Kim' }, { id: 'gone' }] });
    expect(draft.campaigns.items.map(({ id }) => id)).toEqual(['c1']);
    expect(draft.holds.items.map(({ id }) => id)).toEqual(['h']);
    expect(draft.incidents).toMatchObject({ unread: false, items: [{ title: 'Model pool full' }] });
    sources = { ...sources, incidents: () => Promise.reject(new Error('no')) };
    expect((await open().draft({ tenant })).incidents).toMatchObject({ unread: true, items: [] });
  });

  it('is kept as it was signed, journaled, and told from one that was changed afterwards', async () => {
    const first = open();
    const draft = await first.draft({ tenant });
    sources = { ...sources, alerts: () => [] };
    const signed = await first.sign({ tenant, draft: draft.id, signedBy: 'Robin', note: 'Watch the pool.' });
    expect(signed).toMatchObject({ signedBy: 'Robin', account: 'Avery', unchanged: true, alerts: draft.alerts });
    const entry = gatherEntries(await journal.read()).find(({ action }) => action === 'signHandOver');
    expect(entry).toMatchObject({ tenant, facts: { signedBy: 'Robin', digest: signed.digest, incidents: 1 } });

    expect(await open().signed({ tenant })).toEqual([signed]);
    expect(await open().signed({ tenant: 'south' })).toEqual([]);
    const path = join(folder, 'hand-overs.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('Watch the pool.', 'Nothing.'));
    expect(await open().signed({ tenant })).toMatchObject([{ note: 'Nothing.', unchanged: false }]);
  });

  it('cannot be signed twice, for another tenant, or unseen', async () => {
    const handOvers = open();
    const { id } = await handOvers.draft({ tenant });
    const sign = (to: string, draft: string) => handOvers.sign({ tenant: to, draft, signedBy: 'Robin', note: '' });
    await expect(sign('south', id)).rejects.toMatchObject({ failure: { code: 'stale' } });
    await expect(sign(tenant, 'unknown')).rejects.toMatchObject({ failure: { code: 'stale' } });
    await sign(tenant, id);
    await expect(sign(tenant, id)).rejects.toMatchObject({ failure: { code: 'stale' } });
  });
});
