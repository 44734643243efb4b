import { expect, it } from 'vitest';
import { defaultBoard } from '../../../../../shared/models/board.ts';
import { pagesOf } from './pages.ts';

it('shows boards in their order, large ones in equal parts, and none that is empty', () => {
  const boards = (['admin', 'supervisor', 'analyst'] as const).map((role) => ({ role, board: defaultBoard(role) }));
  const empty = { role: 'campaigns' as const, board: { ...defaultBoard('campaigns'), tiles: [] } };
  expect(
    pagesOf([...boards, empty]).map(({ key, board, part, parts }) => [key, board.tiles.length, part, parts]),
  ).toEqual([
    ['admin:0', 4, 1, 2],
    ['admin:1', 4, 2, 2],
    ['supervisor:0', 6, 1, 1],
    ['analyst:0', 6, 1, 1],
  ]);
  expect(pagesOf([])).toEqual([]);
});
