import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldFrames } from './held-frames.ts';
import { idsWithin } from './id-list.ts';
import { createRowOrder, type RowOrder } from './row-order.ts';
import { createRowStore } from './row-store.ts';

interface Row {
  readonly id: string;
  readonly revision: number;
  readonly risk: number;
}
const worstFirst = (a: Row, b: Row) => b.risk - a.risk;
const everything = () => true;
const row = (id: string, risk: number, revision = 1): Row => ({ id, risk, revision });

/** What is on screen; each id says where it is. */
function shownBy(order: RowOrder<Row>) {
  const { ids, waiting } = order.view();
  const all = idsWithin(ids);
  expect(all.map((id) => ids.indexOf(id))).toEqual(all.map((_, index) => index));
  expect([ids.indexOf('nobody'), ids.at(-1), ids.at(all.length)]).toEqual([-1, undefined, undefined]);
  return { ids: all, waiting };
}

function setUp(rows: readonly Row[], matches: (row: Row) => boolean = everything) {
  const frames = heldFrames();
  const store = createRowStore<Row>((incoming, held) => incoming.revision > held.revision);
  store.apply({ kind: 'snapshot', rows });
  const order = createRowOrder(store, { compare: worstFirst, matches, frames: frames.next });
  const patch = (upserts: readonly Row[], removed: readonly string[] = []) =>
    store.apply({ kind: 'patch', upserts, removed });
  return { frames, store, order, patch };
}

describe('row order', () => {
  it('equals a full filter and sort after any changes', () => {
    const change = fc.record({
      upserts: fc.array(
        fc.record({ id: fc.constantFrom(...'abcdefghij'), risk: fc.integer({ min: 0, max: 4 }), revision: fc.nat(50) }),
        { maxLength: 12 },
      ),
      removed: fc.array(fc.constantFrom(...'abcdefghij'), { maxLength: 3 }),
      frame: fc.boolean(),
      hold: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const { frames, store, order, patch } = setUp([row('a', 1), row('b', 4)], (held) => held.risk > 0);
        for (const { upserts, removed, frame, hold } of changes) {
          if (hold !== null) order.hold('pointer', hold);
          patch(upserts, removed);
          if (frame) frames.run();
        }
        const wanted = [...store.values()]
          .filter((held) => held.risk > 0)
          .sort((a, b) => worstFirst(a, b) || (a.id < b.id ? -1 : 1))
          .map((held) => held.id);
        order.hold('pointer', false);
        frames.run();
        expect(shownBy(order)).toEqual({ ids: wanted, waiting: 0 });
      }),
    );
  });

  it('moves nothing while held, counts what waits exactly, and renews on demand', () => {
    const { frames, order, patch } = setUp([row('a', 4), row('b', 3), row('c', 2)]);
    order.hold('focus', true);
    patch([row('c', 5, 2), row('d', 1)], ['b']);
    frames.run();
    expect(shownBy(order)).toEqual({ ids: ['a', 'b', 'c'], waiting: 3 });
    expect(order.lastShown('b')).toEqual(row('b', 3));
    patch([row('c', 2, 3)]);
    frames.run();
    expect(order.view().waiting).toBe(2);
    order.renew();
    expect(shownBy(order)).toEqual({ ids: ['a', 'c', 'd'], waiting: 0 });
  });

  it('is freed only when neither pointer nor focus holds it', () => {
    const { frames, order, patch } = setUp([row('a', 1)]);
    order.hold('pointer', true);
    order.hold('focus', true);
    patch([row('b', 4)]);
    order.hold('pointer', false);
    frames.run();
    expect(shownBy(order).ids).toEqual(['a']);
    order.hold('focus', false);
    frames.run();
    expect(shownBy(order).ids).toEqual(['b', 'a']);
  });

  it('shows the first rows even while held: nothing on screen can jump', () => {
    const { frames, order, store } = setUp([]);
    order.hold('pointer', true);
    store.apply({ kind: 'snapshot', rows: [row('a', 1)] });
    frames.run();
    expect(shownBy(order).ids).toEqual(['a']);
  });

  it('applies a new rule at once, held or not', () => {
    const { order } = setUp([row('a', 1), row('b', 4)]);
    order.hold('pointer', true);
    order.arrange((a, b) => a.risk - b.risk, everything);
    expect(shownBy(order).ids).toEqual(['a', 'b']);
    order.arrange(worstFirst, (held) => held.risk > 2);
    expect(shownBy(order).ids).toEqual(['b']);
  });

  it('publishes at most once a frame', () => {
    const { frames, order, patch } = setUp([]);
    let published = 0;
    order.subscribe(() => {
      published += 1;
    });
    for (let at = 0; at < 20; at += 1) patch([row(`r${at}`, at)]);
    expect(published).toBe(1);
    frames.run();
    expect(published).toBe(2);
    expect(order.view().ids.length).toBe(20);
  });
});
