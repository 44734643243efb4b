import { expect, test, vi } from 'vitest';
import type { ArchiveHit } from '../../../../../shared/models/archive.ts';
import { createResultStore } from './result-store.ts';

const hit = (id: string, status = 'completed'): ArchiveHit => ({
  conversation: {
    id,
    platform: 'voice',
    direction: 'inbound',
    contact: { display: '+14165550101' },
    status,
    ended: true,
    handler: { kind: 'none' },
    aiState: 'unknown',
    sentiments: [],
    sentimentTrend: [],
    functionsCalled: [],
    parameters: [],
    tags: [],
    flagged: false,
    other: {},
  },
  snippets: [],
});
const page = (...ids: readonly string[]) => ids.map((id) => hit(id));

test('pages are added in order, each conversation once, also when results moved between them', () => {
  const store = createResultStore();
  store.add(page('a', 'b'));
  store.add(page('b', 'c'));
  expect(store.view().ids).toEqual(['a', 'b', 'c']);
  expect([store.beside('b', 1), store.beside('b', -1), store.beside('c', 1)]).toEqual(['c', 'a', undefined]);
});

test('a changed conversation tells its own row alone', () => {
  const store = createResultStore();
  store.add(page('a', 'b'));
  const [a, b] = [vi.fn(), vi.fn()];
  store.subscribeRow('a', a);
  const stop = store.subscribeRow('b', b);
  store.replace(hit('a', 'reported').conversation);
  stop();
  store.replace(hit('b').conversation);
  store.replace(hit('gone').conversation);
  expect([a.mock.calls.length, b.mock.calls.length]).toEqual([1, 0]);
  expect(store.get('a')?.conversation.status).toBe('reported');
});
