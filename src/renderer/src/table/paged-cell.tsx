import type { ReactNode } from 'react';
import { Skeleton } from '../components/states.tsx';
import type { PagedRow } from './paged-rows.ts';

/** A cell of a list whose rows come as they are looked at: until then it shows that one is on its way, or nothing where it is gone. */
export function pagedCell<T>(draw: (row: T) => ReactNode): (entry: PagedRow<T>) => ReactNode {
  return ({ row, gone }) => {
    if (row !== undefined) return draw(row);
    return gone ? null : <Skeleton className="h-3 w-16 max-w-full" />;
  };
}
