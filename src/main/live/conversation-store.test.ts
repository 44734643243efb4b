import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aConversation } from '../../shared/testing/a-conversation.ts';
import { ConversationStore } from './conversation-store.ts';
import { RowsWindow } from './testing/window-model.ts';

const limits = { endedLingerMs: 60_000, maxRows: 100 };

/** All versions of one conversation, as an instance that numbers revisions tells them. */
const versions = Array.from({ length: 8 }, (_, index) =>
  aConversation({ id: 'c-1', revision: index + 1, state: `s${index}` }),
);

test('in any order, with any repeats, with or without sequence numbers, the newest revision stands', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1 }),
      fc.boolean(),
      fc.integer({ min: 0, max: 20 }),
      (order, numbered, takeAfter) => {
        const store = new ConversationStore(limits);
        const window = new RowsWindow((changed) => store.open(changed));
        store.reconcile([], { sequence: 0, askedAt: 0, at: 0 }, true);
        for (const [arrival, index] of order.entries()) {
          const version = versions[index];
          if (version === undefined) continue;
          const sequence = numbered ? index + 1 : undefined;
          store.apply(version, { sequence, arrival: arrival + 1, at: arrival }, true);
          if (arrival === takeAfter) window.pump();
        }
        window.pump();
        const newest = Math.max(...order) + 1;
        expect(store.row('c-1')?.revision).toBe(newest);
        expect(window.rows.get('c-1')?.revision).toBe(newest);
      },
    ),
  );
});

test('a snapshot takes away what it lacks, and leaves what events told after it', () => {
  const store = new ConversationStore(limits);
  store.reconcile([aConversation({ id: 'a' }), aConversation({ id: 'b' })], { sequence: 10, askedAt: 0, at: 0 }, true);
  store.apply(aConversation({ id: 'c' }), { sequence: 13, arrival: 1, at: 1 }, true);
  store.apply(aConversation({ id: 'b', revision: 5 }), { sequence: 14, arrival: 2, at: 1 }, true);
  const diff = store.reconcile([aConversation({ id: 'b', revision: 4 })], { sequence: 12, askedAt: 0, at: 2 }, false);
  expect(diff).toEqual({ changed: [], removed: ['a'] });
  expect(store.row('b')?.revision).toBe(5);
  expect(store.row('c')).toBeDefined();
});

test('a snapshot that changes nothing tells the windows nothing', () => {
  const store = new ConversationStore(limits);
  const rows = [aConversation({ id: 'a' }), aConversation({ id: 'b' })];
  store.reconcile(rows, { sequence: 1, askedAt: 0, at: 0 }, true);
  let calls = 0;
  const source = store.open(() => calls++);
  source.take();
  const copies = rows.map((row) => structuredClone(row));
  expect(store.reconcile(copies, { sequence: 9, askedAt: 0, at: 9 }, false)).toEqual({ changed: [], removed: [] });
  expect(calls).toBe(0);
  expect(source.take()).toBeUndefined();
});

test('the bound on rows gives up ended ones first and counts what it turns away', () => {
  const store = new ConversationStore({ endedLingerMs: 60_000, maxRows: 2 });
  store.reconcile([aConversation({ id: 'a' }), aConversation({ id: 'b' })], { sequence: 1, askedAt: 0, at: 0 }, true);
  store.apply(aConversation({ id: 'a', revision: 2, ended: true }), { sequence: 2, arrival: 1, at: 1 }, true);
  store.apply(aConversation({ id: 'c' }), { sequence: 3, arrival: 2, at: 1 }, true);
  expect(store.rows().map(({ id }) => id)).toEqual(['b', 'c']);
  store.apply(aConversation({ id: 'd' }), { sequence: 4, arrival: 3, at: 1 }, true);
  expect(store.size).toBe(2);
  expect(store.dropped).toBe(1);
});

test('a late event does not bring an ended conversation back', () => {
  const store = new ConversationStore(limits);
  store.reconcile([aConversation({ id: 'a' })], { sequence: 1, askedAt: 0, at: 0 }, true);
  store.apply(aConversation({ id: 'a', revision: 9, ended: true }), { sequence: 9, arrival: 1, at: 0 }, true);
  store.sweep(60_001);
  expect(store.row('a')).toBeUndefined();
  expect(store.apply(aConversation({ id: 'a', revision: 3 }), { sequence: 3, arrival: 2, at: 60_002 }, false)).toBe(
    false,
  );
  expect(store.row('a')).toBeUndefined();
});

test('ten thousand rows that did not change are compared with a snapshot, and none is told anew', () => {
  const store = new ConversationStore({ endedLingerMs: 60_000, maxRows: 50_000 });
  const rows = Array.from({ length: 10_000 }, (_, index) => aConversation({ id: `c-${index}` }));
  store.reconcile(rows, { sequence: 1, askedAt: 0, at: 0 }, true);
  const copies = structuredClone(rows);
  const began = performance.now();
  const diff = store.reconcile(copies, { sequence: 2, askedAt: 0, at: 1 }, false);
  // How long that may take is the benchmarks' to say; here it is only told.
  process.stdout.write(`10,000 rows compared in ${(performance.now() - began).toFixed(0)} ms\n`);
  expect(diff).toEqual({ changed: [], removed: [] });
});
