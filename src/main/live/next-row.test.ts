import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation } from '../../shared/models/conversation.ts';
import { aspectBits, ROW_FIELDS, type RowAspect } from '../../shared/models/row-aspects.ts';
import { aConversation } from '../../shared/testing/a-conversation.ts';
import { nextRow } from './next-row.ts';

const before = {
  ...aConversation({
    id: 'a',
    contact: { display: '+1 416 555 0141' },
    queue: { skills: ['billing'], since: 5 },
    sentiments: [{ name: 'anger', score: 0.4 }],
    sentimentTrend: [0.1, -0.2],
  }),
  seenAt: 1,
};
const changed = (particulars: Partial<Conversation>): number =>
  nextRow(before, { ...structuredClone(before), ...particulars }, 2).changed;
const bits = (...aspects: readonly RowAspect[]) => aspectBits(['seenAt', ...aspects]);

test('tells what changed, also of what is read out of a field', () => {
  expect(changed({})).toBe(bits());
  expect(changed({ revision: 2, state: 'x' })).toBe(bits('revision', 'state'));
  expect(changed({ queue: { skills: ['billing'] } })).toBe(bits('queue'));
  expect(changed({ sentimentTrend: [0.1, -0.21] })).toBe(bits('sentimentTrend'));
  expect(changed({ sentimentTrend: [0.1, -0.9] })).toBe(bits('sentimentTrend', 'mood', 'trend'));
  expect(changed({ sentiments: [{ name: 'anger', score: 0.5 }] })).toBe(bits('sentiments'));
  expect(changed({ sentiments: [{ name: 'joy', score: 0.5 }] })).toBe(bits('sentiments', 'feeling'));
});

test('a field that went is a change, and is not in the row', () => {
  const { queue: _queue, seenAt: _seenAt, ...rest } = before;
  const next = nextRow(before, rest, 2);
  expect(next.changed).toBe(bits('queue'));
  expect('queue' in next.row).toBe(false);
});

test('what is the same keeps its object, what is not has the new one; the row itself is always a new one', () => {
  const part = fc.record({
    contact: fc.record({ display: fc.constantFrom('x', 'y') }),
    sentimentTrend: fc.array(fc.constantFrom(0, 1), { maxLength: 2 }),
    parameters: fc.array(
      fc.record({
        name: fc.constantFrom('p', 'q'),
        value: fc.constantFrom('1', '2'),
        source: fc.constant('unknown' as const),
      }),
      { maxLength: 2 },
    ),
    other: fc.dictionary(fc.constantFrom('m', 'n'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 2 }),
  });
  fc.assert(
    fc.property(part, part, (one, other) => {
      const was = { ...aConversation({ id: 'a', ...one }), seenAt: 1 };
      const next = aConversation({ id: 'a', ...structuredClone(other) });
      const { row, changed: told } = nextRow(was, next, 2);
      expect(row).toEqual({ ...next, seenAt: 2 });
      expect(row).not.toBe(was);
      for (const field of ROW_FIELDS) {
        const same = (told & aspectBits([field])) === 0;
        if (same) expect(row[field]).toBe(was[field]);
        else expect(row[field]).not.toEqual(was[field]);
      }
    }),
  );
});
