import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowStore, type RowChanges } from './row-store.ts';

interface Row {
  readonly id: string;
  readonly revision: number;
}
const isNewer = (incoming: Row, held: Row) => incoming.revision > held.revision;
const patch = (upserts: readonly Row[], removed: readonly string[] = []) => ({
  kind: 'patch' as const,
  upserts,
  removed,
});

describe('row store', () => {
  it('comes to the same rows whatever the order of patches and however often they repeat', () => {
    const row = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), revision: fc.integer({ min: 1, max: 30 }) });
    const deliveries = fc
      .array(fc.array(row, { maxLength: 4 }), { maxLength: 12 })
      .chain((patches) =>
        fc.tuple(
          fc.constant(patches),
          fc.shuffledSubarray([...patches, ...patches], { minLength: patches.length * 2 }),
        ),
      );
    fc.assert(
      fc.property(deliveries, ([patches, shuffled]) => {
        const newest = new Map<string, number>();
        for (const { id, revision } of patches.flat()) newest.set(id, Math.max(newest.get(id) ?? 0, revision));
        const store = createRowStore(isNewer);
        store.apply({ kind: 'snapshot', rows: [] });
        for (const upserts of shuffled) store.apply(patch(upserts));
        expect(new Map([...store.values()].map((held) => [held.id, held.revision]))).toEqual(newest);
      }),
    );
  });

  it('does not bring a removed row back by a late patch, but by a newer one', () => {
    const store = createRowStore(isNewer);
    store.apply({ kind: 'snapshot', rows: [{ id: 'a', revision: 4 }] });
    store.apply(patch([], ['a']));
    store.apply(patch([{ id: 'a', revision: 4 }]));
    expect(store.get('a')).toBeUndefined();
    store.apply(patch([{ id: 'a', revision: 5 }]));
    expect(store.get('a')?.revision).toBe(5);
  });

  it('forgets everything at a snapshot, revisions included', () => {
    const store = createRowStore(isNewer);
    store.apply({ kind: 'snapshot', rows: [{ id: 'a', revision: 90 }] });
    store.apply({ kind: 'snapshot', rows: [{ id: 'a', revision: 1 }] });
    expect(store.get('a')?.revision).toBe(1);
  });

  it('tells only the rows that changed, and all listeners what changed', () => {
    const store = createRowStore(isNewer);
    store.apply({
      kind: 'snapshot',
      rows: [
        { id: 'a', revision: 1 },
        { id: 'b', revision: 1 },
      ],
    });
    const told: string[] = [];
    const all: RowChanges<Row>[] = [];
    store.subscribeRow('a', () => told.push('a'));
    const stop = store.subscribeRow('b', () => told.push('b'));
    store.subscribe((changes) => all.push(changes));
    store.apply(
      patch([
        { id: 'b', revision: 2 },
        { id: 'a', revision: 1 },
      ]),
    );
    expect(told).toEqual(['b']);
    expect(all).toEqual([
      { all: false, changes: [{ id: 'b', before: { id: 'b', revision: 1 }, after: { id: 'b', revision: 2 } }] },
    ]);
    stop();
    store.apply(patch([{ id: 'b', revision: 3 }]));
    expect(told).toEqual(['b']);
  });
});
