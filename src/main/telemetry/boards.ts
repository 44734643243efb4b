import { z } from 'zod';
import { BOARD_ROLES, type Board, type BoardRole, defaultBoard, type Tile } from '../../shared/models/board.ts';
import { boardSchema } from '../../shared/models/board-schema.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { SettingsStore } from '../storage/settings-store.ts';

/** The boards of this machine: one an instance, tenant and role. */
export interface Boards {
  get(tenant: string, role: BoardRole): Board;
  set(tenant: string, role: BoardRole, board: Board): void;
  /** Back to the one that the role starts with. */
  reset(tenant: string, role: BoardRole): Board;
}

const boardsOfTenant = z.partialRecord(z.enum(BOARD_ROLES), boardSchema);

/**
 * Keeps boards in the settings; a role that never changed its board has the one it starts with. Boards were once kept by
 * the slug alone: those are taken over by the instance that first changes one.
 *
 * @param keyOf under which name a tenant of the instance in force is kept
 */
export function keptBoards(settings: SettingsStore, keyOf: (tenant: string) => string): Boards {
  const kept = settings.section('boards', z.object({ byTenant: z.record(z.string(), boardsOfTenant) }), {
    byTenant: {},
  });
  const of = (tenant: string) => {
    const { [keyOf(tenant)]: own, [tenant]: bySlug } = kept.get().byTenant;
    return own ?? bySlug ?? {};
  };
  const put = (tenant: string, boards: z.infer<typeof boardsOfTenant>) => {
    const { [tenant]: _gone, ...others } = kept.get().byTenant;
    kept.set({ byTenant: { ...others, [keyOf(tenant)]: boards } });
  };
  return {
    get: (tenant, role) => of(tenant)[role] ?? defaultBoard(role),
    set: (tenant, role, board) => put(tenant, { ...of(tenant), [role]: boardSchema.parse(board) }),
    reset(tenant, role) {
      const { [role]: _gone, ...rest } = of(tenant);
      put(tenant, rest);
      return defaultBoard(role);
    },
  };
}

/**
 * Reads a board that somebody exported. Tiles that share an id, as files written by hand may have, get one of their own.
 * @throws FailureError `invalid`: `board-not-json`, or `board-malformed` with the field that is wrong
 */
export function readBoard(text: string): Board {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new FailureError('invalid', 'The file is not a board: it is not JSON', { reason: 'board-not-json' });
  }
  const parsed = boardSchema.safeParse(content);
  if (parsed.success) return { ...parsed.data, tiles: numbered(parsed.data.tiles) };
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new FailureError('invalid', 'The file is not a board', { reason: 'board-malformed', field });
}

function numbered(tiles: readonly Tile[]): readonly Tile[] {
  const told = new Set(tiles.map(({ id }) => id));
  const taken = new Set<string>();
  let number = 1;
  return tiles.map((tile) => {
    let { id } = tile;
    while (taken.has(id) || (id !== tile.id && told.has(id))) id = `tile-${number++}`;
    taken.add(id);
    return id === tile.id ? tile : { ...tile, id };
  });
}
