import type { Board, BoardRole } from '../../../../../shared/models/board.ts';

/** Tiles that can be read from five metres on one screen. */
export const TILES_OF_PAGE = 6;

/** One picture of a wallboard: a board, or a part of a large one. */
export interface BoardPage {
  readonly key: string;
  readonly role: BoardRole;
  readonly board: Board;
  /** 1-based, of how many parts of its board. */
  readonly part: number;
  readonly parts: number;
}

/** Boards as pictures of few tiles each, in their order; a board without tiles is left out. */
export function pagesOf(boards: readonly { readonly role: BoardRole; readonly board: Board }[]): readonly BoardPage[] {
  return boards.flatMap(({ role, board }) => {
    const parts = Math.ceil(board.tiles.length / TILES_OF_PAGE);
    // Equal parts: eight tiles are four and four, not six and two.
    const each = Math.ceil(board.tiles.length / Math.max(1, parts));
    return Array.from({ length: parts }, (_, part) => ({
      key: `${role}:${part}`,
      role,
      board: { ...board, tiles: board.tiles.slice(part * each, (part + 1) * each) },
      part: part + 1,
      parts,
    }));
  });
}
