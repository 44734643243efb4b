import { expect, it } from 'vitest';
import { heldFrames } from './held-frames.ts';
import { createRowStore } from './row-store.ts';
import { createTally } from './tally.ts';

interface Row {
  readonly id: string;
  readonly status: string;
}

it('counts by key through changes, removals and snapshots', () => {
  const frames = heldFrames();
  const store = createRowStore<Row>(() => true);
  const tally = createTally(store, (row) => ['all', `status:${row.status}`], frames.next);
  store.apply({
    kind: 'snapshot',
    rows: [
      { id: 'a', status: 'queued' },
      { id: 'b', status: 'live' },
      { id: 'c', status: 'live' },
    ],
  });
  expect(tally.get().under('status:')).toEqual([
    { key: 'live', count: 2 },
    { key: 'queued', count: 1 },
  ]);
  store.apply({ kind: 'patch', upserts: [{ id: 'a', status: 'live' }], removed: ['b'] });
  frames.run();
  expect(tally.get().of('all')).toBe(2);
  expect(tally.get().under('status:')).toEqual([{ key: 'live', count: 2 }]);
  store.apply({ kind: 'snapshot', rows: [] });
  frames.run();
  expect(tally.get().of('all')).toBe(0);
});
