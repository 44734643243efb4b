import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RowsBatch } from '../../shared/ipc/live-batches.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import { batchWriter } from './batch-writer.ts';
import { createRowWriter } from './row-writer.ts';

const row = (id: string, change: Partial<ConversationRow> = {}): ConversationRow => ({
  id,
  platform: 'sms',
  direction: 'inbound',
  contact: { display: '+1 416 555 0150' },
  status: 'in-progress',
  ended: false,
  handler: { kind: 'ai' },
  aiState: 'running',
  sentiments: [{ name: 'anger', score: 0.4 }],
  sentimentTrend: [0.1, -0.2],
  functionsCalled: [],
  parameters: [],
  tags: [],
  flagged: false,
  other: {},
  seenAt: 1,
  ...change,
});
const patch = (upserts: readonly ConversationRow[], removed: readonly string[] = []): RowsBatch => ({
  kind: 'patch',
  upserts,
  removed,
});

test('tells a known row by what changed, and a new one whole', () => {
  const write = createRowWriter();
  write({ kind: 'snapshot', rows: [row('a')] });
  const wire = write(patch([row('a', { seenAt: 2, sentimentTrend: [0.1, -0.3] }), row('b')]));
  expect(wire).toEqual({
    kind: 'patch',
    upserts: [row('b')],
    changes: [{ id: 'a', seenAt: 2, sentimentTrend: [0.1, -0.3] }],
    removed: [],
  });
});

test('tells a row whole when a field of it went, and after it was removed', () => {
  const write = createRowWriter();
  write({ kind: 'snapshot', rows: [row('a', { queue: { skills: [] } }), row('b')] });
  expect(write(patch([row('a')], ['b']))).toMatchObject({ upserts: [row('a')], changes: [] });
  expect(write(patch([row('b')]))).toMatchObject({ upserts: [row('b')], changes: [] });
});

test('whatever happens to the rows, what is written tells them all', () => {
  const change = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    fields: fc.record(
      {
        state: fc.constantFrom('x', 'y'),
        queue: fc.record({ skills: fc.array(fc.constantFrom('s', 't'), { maxLength: 2 }) }),
        sentimentTrend: fc.array(fc.integer(), { maxLength: 3 }),
        seenAt: fc.nat(3),
      },
      { requiredKeys: [] },
    ),
    removed: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 4 })), (batches) => {
      const write = batchWriter('live', 'rows');
      const truth = new Map<string, ConversationRow>();
      const held = new Map<string, unknown>();
      write({ ok: true, value: { kind: 'snapshot', rows: [] } });
      for (const batch of batches) {
        const ids = new Set(batch.map(({ id }) => id));
        for (const { id, fields, removed } of batch) {
          if (removed) truth.delete(id);
          else truth.set(id, row(id, fields));
        }
        const upserts = [...ids].flatMap((id) => truth.get(id) ?? []);
        const removed = [...ids].filter((id) => !truth.has(id));
        const { value } = JSON.parse(write({ ok: true, value: patch(upserts, removed) }));
        for (const whole of value.upserts) held.set(whole.id, whole);
        for (const part of value.changes) held.set(part.id, { ...(held.get(part.id) as object), ...part });
        for (const id of value.removed) held.delete(id);
      }
      expect(held).toEqual(new Map(truth));
    }),
  );
});
