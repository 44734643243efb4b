import type { Board, Tile } from '../../../../../shared/models/board.ts';

/** A board with one tile changed. */
export function withTile(board: Board, id: string, change: Partial<Tile>): Board {
  return { ...board, tiles: board.tiles.map((tile) => (tile.id === id ? { ...tile, ...change } : tile)) };
}

export function withoutTile(board: Board, id: string): Board {
  return { ...board, tiles: board.tiles.filter((tile) => tile.id !== id) };
}

/** A board with a tile put one place on or back; the same board at the ends. */
export function moved(board: Board, id: string, by: -1 | 1): Board {
  const from = board.tiles.findIndex((tile) => tile.id === id);
  const to = from + by;
  const tile = board.tiles[from];
  if (tile === undefined || to < 0 || to >= board.tiles.length) return board;
  const tiles = board.tiles.filter((other) => other.id !== id);
  tiles.splice(to, 0, tile);
  return { ...board, tiles };
}

/** A board with one more tile at its end. */
export function added(board: Board, tile: Pick<Tile, 'metric' | 'labels'>, id: string): Board {
  return { ...board, tiles: [...board.tiles, { ...tile, id, size: 'medium' }] };
}
