import { expect, test } from 'vitest';
import { MAX_AWAY_ITEMS } from '../../shared/models/away.ts';
import { AwayBook } from './away-book.ts';
import type { Finding } from './what-mattered.ts';

const finding = (conversation: string, kind: Finding['kind'] = 'risk'): Finding => ({
  kind,
  conversation,
  contact: 'Visitor',
  platform: 'sms',
});
const shown = (book: AwayBook) => book.list().items.map(({ kind, conversation }) => `${conversation} ${kind}`);

test('the newest absence comes first, and of one conversation only the newest of a kind stays', () => {
  const book = new AwayBook('acme');
  book.add([finding('a', 'ended'), finding('b'), finding('c', 'taken-over')], 0, 10);
  book.add([finding('b'), finding('c', 'ended')], 20, 30);
  expect(shown(book)).toEqual(['b risk', 'c ended', 'a ended']);
  expect(book.list().items.map(({ from, to }) => [from, to])).toEqual([
    [20, 30],
    [20, 30],
    [0, 10],
  ]);
});

test('is bounded, gives up the oldest, and says how many', () => {
  const book = new AwayBook('acme');
  book.add([finding('old')], 0, 1);
  book.add(
    Array.from({ length: MAX_AWAY_ITEMS + 4 }, (_, at) => finding(`c-${at}`)),
    2,
    3,
  );
  expect(book.list().items).toHaveLength(MAX_AWAY_ITEMS);
  expect(book.list().dropped).toBe(5);
  expect(shown(book)).not.toContain('old risk');
  book.acknowledge(undefined);
  expect(book.list()).toEqual({ tenant: 'acme', items: [], dropped: 0 });
});

test('what one window acknowledges is gone in all, once told each', () => {
  const book = new AwayBook('acme');
  let calls = 0;
  const one = book.open(() => undefined);
  const two = book.open(() => calls++);
  one.take();
  expect(two.take()?.items).toEqual([]);
  book.add([finding('a'), finding('b')], 0, 1);
  const [first] = two.take()?.items ?? [];
  book.acknowledge([first?.id ?? '', 'never there']);
  expect(calls).toBe(2);
  expect(two.take()?.items.map(({ conversation }) => conversation)).toEqual(['b']);
  expect(two.take()).toBeUndefined();
  expect(one.take()?.items).toHaveLength(1);
  book.acknowledge(['never there']);
  two.close();
  book.acknowledge(undefined);
  expect(calls).toBe(2);
});
