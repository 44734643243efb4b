import { Skeleton } from '../components/states.tsx';
import type { TableColumn } from './column.ts';
import type { PagedRow } from './paged-rows.ts';

/** A cell of a list whose rows come as they are looked at: until then it shows that one is on its way, or nothing where it is gone. */
export function pagedCell<T>(draw: TableColumn<T>['cell']): TableColumn<PagedRow<T>>['cell'] {
  return ({ row, gone }, open) => {
    if (row !== undefined) return draw(row, open);
    return gone ? null : <Skeleton className="h-3 w-16 max-w-full" />;
  };
}
