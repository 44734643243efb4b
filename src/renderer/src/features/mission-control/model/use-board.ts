import { useCallback, useEffect, useState } from 'react';
import { type Board, type BoardRole, defaultBoard } from '../../../../../shared/models/board.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { announce } from '../../../components/announcer.tsx';

export interface BoardControl {
  /** Undefined until it was read. */
  readonly board: Board | undefined;
  /** Shows and keeps a changed board. */
  readonly change: (change: (board: Board) => Board) => void;
  readonly reset: () => void;
}

/** A tenant's board of one role: read once, kept after each change. */
export function useBoard(tenant: string, role: BoardRole): BoardControl {
  const [kept, setKept] = useState<{ readonly role: BoardRole; readonly board: Board }>();
  useEffect(() => {
    let current = true;
    const show = (board: Board) => {
      if (current) setKept({ role, board });
    };
    call((api) => api.telemetry.board({ tenant, role }))
      .then(show)
      // A board that cannot be read is the one that everybody starts with.
      .catch(() => show(defaultBoard(role)));
    return () => {
      current = false;
    };
  }, [tenant, role]);
  const board = kept?.role === role ? kept.board : undefined;
  const change = useCallback(
    (make: (board: Board) => Board) => {
      if (board === undefined) return;
      const next = make(board);
      if (next === board) return;
      setKept({ role, board: next });
      const mutable = { ...next, tiles: next.tiles.map((tile) => ({ ...tile, labels: { ...tile.labels } })) };
      call((api) => api.telemetry.setBoard({ tenant, role, board: mutable })).catch((thrown: unknown) =>
        announce(failureOf(thrown).message, 'assertive'),
      );
    },
    [tenant, role, board],
  );
  const reset = useCallback(() => {
    call((api) => api.telemetry.resetBoard({ tenant, role }))
      .then((next) => setKept({ role, board: next }))
      .catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));
  }, [tenant, role]);
  return { board, change, reset };
}
