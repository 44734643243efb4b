import { useCallback, useEffect, useState } from 'react';
import { type Board, type BoardRole, defaultBoard } from '../../../../../shared/models/board.ts';
import { call } from '../../../bridge/bridge.ts';
import { useTellProblem } from '../problem.ts';

export interface BoardControl {
  /** Undefined until it was read. */
  readonly board: Board | undefined;
  /** Shows and keeps a changed board. */
  readonly change: (change: (board: Board) => Board) => void;
  /** Puts the tiles back that everybody of the role starts with. */
  readonly reset: () => void;
  /** Takes the last change back; undefined when there is none. */
  readonly undo: (() => void) | undefined;
}

interface Kept {
  readonly role: BoardRole;
  readonly board: Board;
  /** What it was before, the newest last. */
  readonly before: readonly Board[];
}

const MOST_UNDONE = 20;

/** A tenant's board of one role: read once, kept after each change. */
export function useBoard(tenant: string, role: BoardRole): BoardControl {
  const tell = useTellProblem();
  const [kept, setKept] = useState<Kept>();
  useEffect(() => {
    let current = true;
    const show = (board: Board) => {
      if (current) setKept({ role, board, before: [] });
    };
    call((api) => api.telemetry.board({ tenant, role }))
      .then(show)
      // A board that cannot be read is the one that everybody starts with.
      .catch(() => show(defaultBoard(role)));
    return () => {
      current = false;
    };
  }, [tenant, role]);
  const now = kept?.role === role ? kept : undefined;
  const put = useCallback(
    (board: Board, before: readonly Board[]) => {
      setKept({ role, board, before: before.slice(-MOST_UNDONE) });
      const mutable = { ...board, tiles: board.tiles.map((tile) => ({ ...tile, labels: { ...tile.labels } })) };
      call((api) => api.telemetry.setBoard({ tenant, role, board: mutable })).catch(tell);
    },
    [tenant, role, tell],
  );
  const change = useCallback(
    (make: (board: Board) => Board) => {
      if (now === undefined) return;
      const next = make(now.board);
      if (next !== now.board) put(next, [...now.before, now.board]);
    },
    [now, put],
  );
  const reset = useCallback(() => {
    if (now === undefined) return;
    call((api) => api.telemetry.resetBoard({ tenant, role }))
      .then((board) => setKept({ role, board, before: [...now.before, now.board] }))
      .catch(tell);
  }, [now, tenant, role, tell]);
  const last = now?.before.at(-1);
  const undo = last === undefined ? undefined : () => put(last, now?.before.slice(0, -1) ?? []);
  return { board: now?.board, change, reset, undo };
}
