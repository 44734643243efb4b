import { expect, it } from 'vitest';
import { createRandom, fakeRow } from '../../testing/fake-conversations.ts';
import { createRowReader } from './row-reader.ts';

it('puts a change together with the row it is of, and keeps untouched parts as they are', () => {
  const read = createRowReader();
  const row = { ...fakeRow(createRandom(1), 1, 0), id: 'a' };
  read({ kind: 'snapshot', rows: [row] });
  const batch = read({
    kind: 'patch',
    upserts: [],
    removed: [],
    changes: [{ id: 'a', state: 'New' }],
    oldestEventAt: 5,
  });
  expect(batch).toEqual({ kind: 'patch', upserts: [{ ...row, state: 'New' }], removed: [], oldestEventAt: 5 });
  expect(batch.kind === 'patch' && batch.upserts[0]?.contact).toBe(row.contact);
});

it('builds each change on the one before, and forgets what was removed', () => {
  const read = createRowReader();
  const row = { ...fakeRow(createRandom(1), 1, 0), id: 'a' };
  read({ kind: 'patch', upserts: [row], removed: [], changes: [] });
  read({ kind: 'patch', upserts: [], removed: [], changes: [{ id: 'a', state: 'New' }] });
  const next = read({ kind: 'patch', upserts: [], removed: [], changes: [{ id: 'a', status: 'queued' }] });
  expect(next).toMatchObject({ upserts: [{ ...row, state: 'New', status: 'queued' }] });
  read({ kind: 'patch', upserts: [], removed: ['a'], changes: [] });
  expect(read({ kind: 'patch', upserts: [], removed: [], changes: [{ id: 'a', status: 'x' }] })).toMatchObject({
    upserts: [],
  });
});
