import { expect, test } from 'vitest';
import { createFaultBook } from './fault-book.ts';
import { parseFault } from './fault-rule.ts';

test('a flag spells a fault with its numbers', () => {
  expect(parseFault('cut-stream:every=50')).toMatchObject({ kind: 'cut-stream', every: 50 });
  expect(parseFault('unavailable:operation=listTranscripts,times=1')).toMatchObject({
    operation: 'listTranscripts',
    times: 1,
  });
});

test.each(['nonsense', 'cut-stream:every', 'cut-stream:every=0', 'cut-stream:evry=3', 'conflict:times=x'])(
  'the flag %s is refused',
  (text) => expect(() => parseFault(text)).toThrow(),
);

test('a rule with times leaves the book when it is spent, others stay', () => {
  const book = createFaultBook([parseFault('conflict:times=2'), parseFault('conflict:operation=csrTakeOver')]);
  const [first] = book.matching('conflict', 'listFlows');
  book.strike(first?.id ?? '');
  expect(book.matching('conflict', 'listFlows')).toMatchObject([{ left: 1, struck: 1 }]);
  book.strike(first?.id ?? '');
  expect(book.matching('conflict', 'listFlows')).toEqual([]);
  expect(book.matching('conflict', 'csrTakeOver')).toHaveLength(1);
});
