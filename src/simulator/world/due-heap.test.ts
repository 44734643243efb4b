import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DueHeap } from './due-heap.ts';

it('gives items back earliest first, and in order of arrival where they are due together', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20)), (dues) => {
      const heap = new DueHeap<{ due: number; order: number }>();
      for (const [order, due] of dues.entries()) heap.push(due, { due, order });
      const out: { due: number; order: number }[] = [];
      for (let item = heap.pop(); item !== undefined; item = heap.pop()) out.push(item);
      const sorted = dues.map((due, order) => ({ due, order })).sort((a, b) => a.due - b.due || a.order - b.order);
      expect(out).toEqual(sorted);
      expect(heap.size).toBe(0);
    }),
  );
});

it('tells when the next item is due', () => {
  const heap = new DueHeap<string>();
  expect(heap.nextDue).toBe(Number.POSITIVE_INFINITY);
  heap.push(9, 'b');
  heap.push(4, 'a');
  expect(heap.nextDue).toBe(4);
});
