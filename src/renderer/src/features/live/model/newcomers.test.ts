import { expect, it } from 'vitest';
import { createRowStore } from '../../../lib/row-store.ts';
import { createNewcomers, NEW_FOR_MS } from './newcomers.ts';

interface Row {
  readonly id: string;
}
const rowsOf = (...ids: string[]): Row[] => ids.map((id) => ({ id }));

function setUp() {
  const rows = createRowStore<Row>(() => true);
  let now = 1_000;
  const newcomers = createNewcomers(rows, () => now);
  return { rows, newcomers, pass: (ms: number) => (now += ms) };
}

it('marks what came since the first snapshot, for a while', () => {
  const { rows, newcomers, pass } = setUp();
  rows.apply({ kind: 'snapshot', rows: rowsOf('a') });
  expect(newcomers.since('a')).toBeUndefined();
  rows.apply({ kind: 'patch', upserts: rowsOf('a', 'b'), removed: [] });
  expect([newcomers.since('a'), newcomers.since('b')]).toEqual([undefined, 1_000]);
  pass(NEW_FOR_MS);
  expect(newcomers.since('b')).toBe(1_000);
  pass(1);
  expect(newcomers.since('b')).toBeUndefined();
});

it('takes off what was opened or is gone', () => {
  const { rows, newcomers } = setUp();
  rows.apply({ kind: 'snapshot', rows: [] });
  rows.apply({ kind: 'patch', upserts: rowsOf('a', 'b'), removed: [] });
  newcomers.seen('a');
  rows.apply({ kind: 'patch', upserts: [], removed: ['b'] });
  expect([newcomers.since('a'), newcomers.since('b')]).toEqual([undefined, undefined]);
});

it('finds what a later snapshot brings beyond what was known', () => {
  const { rows, newcomers } = setUp();
  rows.apply({ kind: 'snapshot', rows: rowsOf('a', 'b') });
  rows.apply({ kind: 'patch', upserts: [], removed: ['b'] });
  rows.apply({ kind: 'snapshot', rows: rowsOf('a', 'b', 'c') });
  expect(['a', 'b', 'c'].filter((id) => newcomers.since(id) !== undefined)).toEqual(['b', 'c']);
});
