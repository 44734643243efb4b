import type { ReactNode } from 'react';
import { Loading, Skeleton } from '../../../components/states.tsx';

/** A transcript that is on its way, grey. */
export function TranscriptSkeleton(): ReactNode {
  return (
    <Loading>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-hidden p-4">
        <Skeleton className="h-12 w-3/4 self-end" />
        <Skeleton className="h-9 w-1/2" />
        <Skeleton className="h-12 w-2/3 self-end" />
        <Skeleton className="h-16 w-3/5" />
      </div>
    </Loading>
  );
}
