import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { heldFrames } from '../lib/held-frames.ts';
import { createRowOrder } from '../lib/row-order.ts';
import { createRowStore } from '../lib/row-store.ts';
import type { TableColumn, TableSort } from './column.ts';
import { giveElementsSize } from './sized-elements.ts';
import { VirtualTable } from './virtual-table.tsx';

interface Row {
  readonly id: string;
  readonly rank: number;
}
const row = (number: number, rank = number): Row => ({ id: `r${String(number).padStart(5, '0')}`, rank });
const columns: readonly TableColumn<Row>[] = [
  { id: 'id', title: 'ID', width: 100, rank: 0, sortFirst: 'asc', cell: (held) => held.id },
  { id: 'rank', title: 'Rank', width: 100, rank: 0, sortFirst: 'desc', cell: (held) => `rank ${held.rank}` },
  { id: 'note', title: 'Note', width: 100, rank: 1, cell: () => 'note' },
];
const look = (held: Row) => ({ label: held.id });

let restore: () => void;
beforeEach(() => {
  restore = giveElementsSize({ width: 800, height: 28 + 320 });
});
afterEach(() => {
  cleanup();
  restore();
});

function setUp(count: number, sort?: TableSort) {
  const frames = heldFrames();
  const source = createRowStore<Row>(() => true);
  source.apply({ kind: 'snapshot', rows: Array.from({ length: count }, (_, number) => row(number)) });
  const order = createRowOrder(source, {
    compare: (a, b) => a.rank - b.rank,
    matches: () => true,
    frames: frames.next,
  });
  const onOpen = vi.fn();
  const onSort = vi.fn();
  const onNearEnd = vi.fn();
  const table = (drawn: readonly TableColumn<Row>[]) => (
    <VirtualTable
      label="Things"
      columns={drawn}
      source={source}
      order={order}
      rowHeight={32}
      sort={sort}
      onSort={onSort}
      look={look}
      onOpen={onOpen}
      onNearEnd={onNearEnd}
      empty="nothing"
    />
  );
  const { rerender } = render(table(columns));
  const draw = (drawn: readonly TableColumn<Row>[]) => rerender(table(drawn));
  const shown = () => screen.getAllByRole('row').slice(1);
  const patch = (upserts: readonly Row[]) => act(() => source.apply({ kind: 'patch', upserts, removed: [] }));
  return { frames, source, order, onOpen, onSort, onNearEnd, shown, patch, draw };
}

describe('virtual table', () => {
  it('draws only what is on screen and tells how many there are', () => {
    const { shown } = setUp(10_000);
    expect(shown().length).toBeLessThan(40);
    const table = screen.getByRole('grid', { name: 'Things' });
    expect(table.getAttribute('aria-rowcount')).toBe('10001');
    expect(shown()[0]?.getAttribute('aria-rowindex')).toBe('2');
  });

  it('tells when the end comes near, and not before', () => {
    const { onNearEnd } = setUp(1_000);
    const scroller = screen.getByRole('grid').parentElement ?? document.body;
    for (const [name, value] of Object.entries({ scrollHeight: 32_028, clientHeight: 348 }))
      Object.defineProperty(scroller, name, { value });
    fireEvent.scroll(scroller, { target: { scrollTop: 20_000 } });
    expect(onNearEnd).not.toHaveBeenCalled();
    fireEvent.scroll(scroller, { target: { scrollTop: 30_500 } });
    expect(onNearEnd).toHaveBeenCalledOnce();
  });

  it('moves by keys with one tab stop, and opens with Enter', async () => {
    const { shown, onOpen } = setUp(500);
    const user = userEvent.setup();
    act(() => shown()[0]?.focus());
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}');
    expect(document.activeElement?.getAttribute('data-row')).toBe('r00002');
    expect(shown().filter((held) => held.tabIndex === 0)).toHaveLength(1);
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('r00002', 'key');
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('data-row')).toBe('r00499');
    await user.keyboard('{Home}');
    expect(document.activeElement?.getAttribute('data-row')).toBe('r00000');
  });

  it('puts the focus on what takes the place of a row that a filter takes away', async () => {
    const { shown, order } = setUp(20);
    const without = (...ids: readonly string[]) =>
      act(() =>
        order.arrange(
          (one, other) => one.rank - other.rank,
          ({ id }) => !ids.includes(id),
        ),
      );
    act(() => shown()[0]?.focus());
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    without('r00002');
    expect(document.activeElement?.getAttribute('data-row')).toBe('r00003');
    // A row that goes while the focus is elsewhere takes nothing.
    act(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    without('r00002', 'r00003');
    expect(document.activeElement).toBe(document.body);
  });

  it('keeps rows in place while the keyboard is in them, and moves them when it leaves', async () => {
    const { shown, patch, frames, order } = setUp(20);
    act(() => shown()[0]?.focus());
    await userEvent.keyboard('{ArrowDown}');
    patch([row(7, -5)]);
    act(() => frames.run());
    expect(shown()[0]?.getAttribute('data-row')).toBe('r00000');
    expect(order.view().waiting).toBe(1);
    act(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      frames.run();
    });
    expect(shown()[0]?.getAttribute('data-row')).toBe('r00007');
  });

  it('keeps rows in place under the pointer', async () => {
    const { shown, patch, frames } = setUp(20);
    const user = userEvent.setup();
    const third = shown()[2];
    if (third === undefined) throw new Error('no rows');
    await user.hover(third);
    patch([row(9, -1)]);
    act(() => frames.run());
    expect(shown()[2]).toBe(third);
    await user.unhover(third);
    act(() => frames.run());
    expect(shown()[0]?.getAttribute('data-row')).toBe('r00009');
  });

  it('moves rows on the screen at once, and in the document once they had time to rest', () => {
    vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { frames, shown, patch } = setUp(4);
    const inDocument = () => shown().map((element) => element.getAttribute('data-row')?.at(-1));
    const numbered = () =>
      shown()
        .toSorted((a, b) => Number(a.getAttribute('aria-rowindex')) - Number(b.getAttribute('aria-rowindex')))
        .map((element) => element.getAttribute('data-row')?.at(-1));
    patch([row(3, -1)]);
    act(() => frames.run());
    expect(inDocument()).toEqual(['3', '0', '1', '2']);
    patch([row(2, -2), row(7, 0.5)]);
    act(() => frames.run());
    expect(numbered()).toEqual(['2', '3', '0', '7', '1']);
    expect(inDocument()).toEqual(['3', '0', '7', '1', '2']);
    act(() => vi.advanceTimersByTime(2_000));
    expect(inDocument()).toEqual(['2', '3', '0', '7', '1']);
  });

  it('tells all of a cut cell under the pointer, as it is then', async () => {
    const { shown, patch, draw } = setUp(2);
    const cell = within(shown()[1] ?? document.body).getByText('rank 1');
    Object.defineProperty(cell, 'clientWidth', { value: 80 });
    let width = 120;
    Object.defineProperty(cell, 'scrollWidth', { get: () => width });
    await userEvent.hover(cell);
    expect(cell.title).toBe('rank 1');
    patch([row(1, 2)]);
    await userEvent.unhover(cell);
    expect(cell.title).toBe('');
    await userEvent.hover(cell);
    expect(cell.title).toBe('rank 2');
    // What it says is masked: other columns, the same cell.
    draw([{ id: 'rank', title: 'Rank', width: 100, rank: 0, cell: () => '•••' }]);
    expect([cell.textContent, cell.title]).toEqual(['•••', '']);
    await userEvent.unhover(cell);
    width = 60;
    await userEvent.hover(cell);
    expect(cell.title).toBe('');
  });

  it('renders a changed row alone', () => {
    const drawn: string[] = [];
    const source = createRowStore<Row>(() => true);
    source.apply({ kind: 'snapshot', rows: [row(1), row(2), row(3)] });
    const order = createRowOrder(source, { compare: (a, b) => (a.id < b.id ? -1 : 1), matches: () => true });
    const counted: readonly TableColumn<Row>[] = [
      { id: 'id', title: 'ID', width: 100, rank: 0, cell: (held) => void drawn.push(held.id) },
    ];
    render(
      <VirtualTable
        label="Things"
        columns={counted}
        source={source}
        order={order}
        rowHeight={32}
        sort={undefined}
        onSort={vi.fn()}
        look={look}
        onOpen={vi.fn()}
        empty="nothing"
      />,
    );
    drawn.length = 0;
    act(() => source.apply({ kind: 'patch', upserts: [row(2, 99)], removed: [] }));
    expect(drawn).toEqual(['r00002']);
  });

  it('asks for an order by the titles and says which is in force', async () => {
    const { onSort } = setUp(5, { id: 'rank', desc: true });
    const rank = screen.getByRole('columnheader', { name: 'Rank' });
    expect(rank.getAttribute('aria-sort')).toBe('descending');
    expect(screen.getByRole('columnheader', { name: 'Note' }).hasAttribute('aria-sort')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Rank' }));
    expect(onSort).toHaveBeenLastCalledWith({ id: 'rank', desc: false });
    await userEvent.click(screen.getByRole('button', { name: 'ID' }));
    expect(onSort).toHaveBeenLastCalledWith({ id: 'id', desc: false });
  });

  it('says that there is nothing', () => {
    setUp(0);
    expect(screen.getByText('nothing')).toBeTruthy();
  });
});
