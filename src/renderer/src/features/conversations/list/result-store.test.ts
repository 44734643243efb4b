import { expect, test, vi } from 'vitest';
import type { ArchiveHit, ArchivePage } from '../../../../../shared/models/archive.ts';
import { aConversation, ENDED } from '../../../../../shared/testing/a-conversation.ts';
import { ResultStore } from './result-store.ts';

const SIZE = 100;
const idOf = (nth: number) => `c-${nth}`;
const hit = (id: string, status = 'completed'): ArchiveHit => ({
  conversation: aConversation({ ...ENDED, id, status }),
  snippets: [],
});
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, nth) => idOf(from + nth));
const never = () => Promise.reject(new Error('it was asked'));

/** A store at an archive that marks each page by the id in front of it. */
function at(archive: { ids: readonly string[]; refuse?: () => Error | undefined }) {
  const asked: (string | undefined)[] = [];
  const failed = vi.fn();
  const ask = async (mark: string | undefined): Promise<ArchivePage> => {
    asked.push(mark);
    const refusal = archive.refuse?.();
    if (refusal !== undefined) throw refusal;
    const { ids } = archive;
    // A mark stands where its conversation is or was.
    const from = mark === undefined ? 0 : ids.findLastIndex((id) => Number(id.slice(2)) <= Number(mark.slice(2))) + 1;
    const page = ids.slice(from, from + SIZE);
    const more = from + SIZE < ids.length;
    return { items: page.map((id) => hit(id)), totalIsExact: true, ...(more && { next: page.at(-1) ?? '' }) };
  };
  const store = new ResultStore({ ask, failed });
  const readAll = async () => {
    for (let next: string | undefined, first = true; first || next !== undefined; first = false) {
      const page = await ask(next);
      store.add(page);
      next = page.next;
    }
    asked.length = 0;
  };
  return { store, asked, failed, readAll };
}
const statusOf = (store: ResultStore, id: string) => store.get(id).row?.conversation.status;

test('pages are added in order, each conversation once, also when results moved between them', () => {
  const store = new ResultStore({ ask: never, failed: vi.fn() });
  expect(store.add({ items: [hit('a'), hit('b')] })).toBe(2);
  expect(store.add({ items: [hit('b', 'reported'), hit('c')] })).toBe(1);
  const { ids } = store.view();
  expect([ids.length, ids.at(0), ids.at(1), ids.at(2), ids.at(3)]).toEqual([3, 'a', 'b', 'c', undefined]);
  expect([store.beside('b', 1), store.beside('b', -1), store.beside('c', 1)]).toEqual(['c', 'a', undefined]);
  expect(statusOf(store, 'b')).toBe('reported');
});

test('a changed conversation tells its own row alone', () => {
  const store = new ResultStore({ ask: never, failed: vi.fn() });
  store.add({ items: [hit('a'), hit('b')] });
  const [a, b] = [vi.fn(), vi.fn()];
  store.subscribeRow('a', a);
  const stop = store.subscribeRow('b', b);
  store.replace(hit('a', 'reported').conversation);
  stop();
  store.replace(hit('b').conversation);
  store.replace(hit('gone').conversation);
  expect([a.mock.calls.length, b.mock.calls.length]).toEqual([1, 0]);
  expect(statusOf(store, 'a')).toBe('reported');
});

test('only what was looked at last is held; the rest is read again by the mark of its page', async () => {
  const { store, asked, readAll } = at({ ids: range(0, 20_050) });
  await readAll();
  expect(store.view().ids.length).toBe(20_050);
  expect([...store.held()].length).toBeLessThanOrEqual(6_000);
  expect(store.peek('c-20049')).toBeDefined();
  expect(store.peek('c-450')).toBeUndefined();
  expect(store.get('c-450')).toEqual({ id: 'c-450', row: undefined });
  await vi.waitFor(() => expect(store.get('c-450').row?.conversation.id).toBe('c-450'));
  expect(asked).toEqual(['c-399']);
  expect(store.peek('c-400')).toBeDefined();
});

test('what was let go is found where it moved to; what is gone is said to be, and no place moves', async () => {
  const archive = { ids: range(0, 8_000) };
  const { store, asked, readAll } = at(archive);
  await readAll();
  const fresh = Array.from({ length: 40 }, (_, nth) => `c-1${String(nth).padStart(2, '0')}.5`);
  archive.ids = [...range(0, 100), ...fresh, ...range(100, 8_000)].filter((id) => id !== 'c-150');
  store.get('c-150');
  await vi.waitFor(() => expect(store.get('c-150').gone).toBe(true));
  expect(store.get('c-100').row).toBeDefined();
  expect(store.get('c-199').row).toBeDefined();
  expect(asked.length).toBe(2);
  expect([store.view().ids.at(150), store.view().ids.indexOf('c-199')]).toEqual(['c-150', 199]);
});

test('a failed reading is told once and repeated on demand, from the beginning where marks are forgotten', async () => {
  let refusal: Error | undefined;
  const { store, asked, failed, readAll } = at({ ids: range(0, 8_000), refuse: () => refusal });
  await readAll();
  const look = vi.fn();
  store.subscribeRow('c-1234', look);
  refusal = new Error('forgotten');
  store.get('c-1234');
  await vi.waitFor(() => expect(failed).toHaveBeenCalledExactlyOnceWith(refusal));
  store.get('c-1234');
  await vi.waitFor(() => expect(asked).toHaveLength(1));

  refusal = undefined;
  store.readOn(true);
  expect(look).toHaveBeenCalled();
  store.get('c-1234');
  await vi.waitFor(() => expect(store.get('c-1234').row).toBeDefined());
  expect(failed).toHaveBeenCalledTimes(1);
  expect(asked.slice(1)).toEqual([
    undefined,
    ...range(0, 13)
      .slice(1)
      .map((_, nth) => idOf(nth * 100 + 99)),
  ]);
  // The marks of the pages passed on the way are known again.
  asked.length = 0;
  store.get('c-700');
  await vi.waitFor(() => expect(store.get('c-700').row).toBeDefined());
  expect(asked).toEqual(['c-699']);
});

test('what this machine alone has is never asked for at the instance', async () => {
  const { store, asked } = at({ ids: [] });
  store.keeps([{ ...hit('c-1'), kept: { at: 7, pinned: false } }, ...range(2, 9_000).map((id) => hit(id))]);
  store.add({ items: [hit('c-1')] });
  expect(store.get('c-1').row?.kept).toEqual({ at: 7, pinned: false });
  store.addOnlyHere();
  expect(store.view().ids.length).toBe(8_999);
  store.get('c-150');
  await vi.waitFor(() => expect(store.get('c-150').row).toBeDefined());
  expect(asked).toEqual([]);
});

test('all of some are given, those that were let go read again, without what is gone', async () => {
  const archive = { ids: range(0, 9_000) };
  const { store, asked, readAll } = at(archive);
  await readAll();
  archive.ids = archive.ids.filter((id) => id !== 'c-12');
  const hits = await store.hitsOf(['c-10', 'c-12', 'c-99', 'c-8999']);
  expect(hits.map(({ conversation }) => conversation.id)).toEqual(['c-10', 'c-99', 'c-8999']);
  expect(asked.every((mark) => mark === undefined || mark === 'c-100')).toBe(true);
});
