import { useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { BoardRole } from '../../../../../shared/models/board.ts';
import { call } from '../../../bridge/bridge.ts';
import { type BoardPage, pagesOf } from './pages.ts';

/** Boards may be changed in another window. */
const READ_AGAIN_MS = 30_000;

/** The pictures of a wallboard; undefined until its boards were read. */
export function usePages(tenant: string, roles: readonly BoardRole[]): readonly BoardPage[] | undefined {
  return useQueries({
    queries: roles.map((role) => ({
      queryKey: ['wallboard', tenant, role],
      queryFn: async () => ({ role, board: await call((api) => api.telemetry.board({ tenant, role })) }),
      refetchInterval: READ_AGAIN_MS,
      staleTime: 0,
    })),
    combine: (all) => {
      const read = all.flatMap(({ data }) => (data === undefined ? [] : [data]));
      return all.some(({ isPending }) => isPending) ? undefined : pagesOf(read);
    },
  });
}

export interface Turn {
  /** 0-based. */
  readonly place: number;
  readonly held: boolean;
  readonly step: (by: 1 | -1) => void;
  readonly hold: (held: boolean) => void;
}

/** Goes from picture to picture, each for so many seconds, until it is held. Arrow keys step, space holds. */
export function useTurn(count: number, seconds: number): Turn {
  const [place, setPlace] = useState(0);
  const [held, setHeld] = useState(false);
  const now = count === 0 ? 0 : place % count;
  useEffect(() => {
    if (held || count < 2) return;
    // The place is among the causes: after a step by hand the picture stays its whole time.
    const timer = setTimeout(() => setPlace((now + 1) % count), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, count, seconds, now]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.target !== document.body) return;
      if (event.key === 'ArrowRight') setPlace((before) => before + 1);
      if (event.key === 'ArrowLeft') setPlace((before) => before + count - 1);
      if (event.key === ' ') setHeld((before) => !before);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [count]);
  return { place: now, held, hold: setHeld, step: (by) => setPlace(now + by + count) };
}
