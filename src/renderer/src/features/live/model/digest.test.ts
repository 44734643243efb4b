import { expect, it } from 'vitest';
import { createDigester } from './digest.ts';
import { aRow } from './fake-row.ts';

const high = { risk: { level: 3, label: 'high' } } as const;
const queued = { status: 'queued', handler: { kind: 'queue' }, queue: { skills: [] } } as const;

it('tells what is new, what became risky and what waits, once each', () => {
  const look = createDigester();
  const calm = [aRow({ id: 'a' }), aRow({ id: 'b', ...high })];
  expect(look(calm)).toEqual({ fresh: 0, high: 0, waiting: 0 });
  expect(look(calm)).toEqual({ fresh: 0, high: 0, waiting: 0 });
  expect(
    look([aRow({ id: 'a', ...high }), aRow({ id: 'b', ...queued }), aRow({ id: 'c' }), aRow({ id: 'd', ...high })]),
  ).toEqual({ fresh: 2, high: 2, waiting: 1 });
  expect(look([aRow({ id: 'a', ...high })])).toEqual({ fresh: 0, high: 0, waiting: 0 });
  // Gone and back is new again; what has ended is nothing to look at.
  expect(look([aRow({ id: 'a', ...high }), aRow({ id: 'c', ...high }), aRow({ id: 'e', ended: true })])).toEqual({
    fresh: 1,
    high: 1,
    waiting: 0,
  });
});
