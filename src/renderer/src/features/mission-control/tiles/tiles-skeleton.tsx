import type { ReactNode } from 'react';
import { Skeleton } from '../../../components/states.tsx';

/** The layout of a board before its first numbers. */
export function TilesSkeleton(): ReactNode {
  return (
    <>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(150px,1fr))] gap-2">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <Skeleton key={key} className="h-14 w-full rounded-lg" />
        ))}
      </div>
      <div className="grid grid-cols-3 gap-3">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <Skeleton key={key} className="h-40 w-full rounded-lg" />
        ))}
      </div>
    </>
  );
}
