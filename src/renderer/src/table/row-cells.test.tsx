import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { TableColumn } from './column.ts';
import { useRowCells } from './row-cells.tsx';

afterEach(cleanup);

interface Row {
  readonly name: string;
  readonly mood: string;
  readonly age: number;
}

let drawn: string[] = [];
function Said({ text }: { readonly text: string }) {
  drawn.push(text);
  return text;
}
const of = (id: string, cell: TableColumn<Row>['cell']): TableColumn<Row> => ({
  id,
  title: id,
  width: 100,
  rank: 0,
  cell,
});
const columns = [
  of('name', (row) => <Said text={row.name} />),
  of('mood', (row) => <Said text={row.mood} />),
  of('age', (row) => row.age),
  of('open', (_, open) => (open ? <b>open</b> : null)),
  of('all', (row) => (
    <span title={row.name}>
      {row.mood} at {row.age}
    </span>
  )),
];

function Cells({ row, open }: { readonly row: Row; readonly open: boolean }) {
  return (
    <table>
      <tbody>
        <tr>{useRowCells(columns, row, open)}</tr>
      </tbody>
    </table>
  );
}

it('draws the cells that say something else, and none when the row only moved', () => {
  const row = { name: 'Ann', mood: 'calm', age: 7 };
  drawn = [];
  const { rerender } = render(<Cells row={row} open={false} />);
  expect(drawn).toEqual(['Ann', 'calm']);
  rerender(<Cells row={{ ...row, mood: 'tense' }} open={false} />);
  expect(drawn).toEqual(['Ann', 'calm', 'tense']);
  rerender(<Cells row={{ ...row, mood: 'tense', age: 8 }} open />);
  expect(drawn).toEqual(['Ann', 'calm', 'tense']);
});

it('shows the newest, whatever changed before', () => {
  const words = fc.constantFrom('', 'a', 'b');
  const turn = fc.record({ name: words, mood: words, age: fc.integer({ min: 0, max: 2 }), open: fc.boolean() });
  fc.assert(
    fc.property(fc.array(turn, { minLength: 1, maxLength: 12 }), (turns) => {
      const page = render(<table />);
      for (const { open, ...row } of turns) {
        page.rerender(<Cells row={row} open={open} />);
        const said = [...page.container.querySelectorAll('td')].map((cell) => cell.textContent);
        expect(said).toEqual([row.name, row.mood, `${row.age}`, open ? 'open' : '', `${row.mood} at ${row.age}`]);
        expect(page.container.querySelector('span')?.title).toBe(row.name);
      }
      page.unmount();
    }),
  );
});
