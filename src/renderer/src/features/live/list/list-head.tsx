import { memo, type ReactNode, type RefObject } from 'react';
import type { Filters } from '../model/filters.ts';
import type { Look } from '../model/kept-view.ts';
import type { LiveData } from '../model/live-data.ts';
import { FilterBar } from './filter-bar.tsx';
import { KeysButton } from './keys-button.tsx';
import { LiveHeader } from './live-header.tsx';
import type { ListOutput } from './use-list-output.ts';
import { ViewMenu } from './view-menu.tsx';

interface ListHeadProps {
  readonly loaded: boolean;
  readonly data: Pick<LiveData, 'tally' | 'order'>;
  readonly look: Look;
  readonly onLook: (change: (look: Look) => Look) => void;
  readonly onFilters: (filters: Filters) => void;
  readonly columns: readonly { readonly id: string; readonly title: string; readonly hint?: string }[];
  readonly output: ListOutput;
  readonly finder: RefObject<HTMLInputElement | null>;
}

/** What stands above the list: title, counts, order, views and filters. It does not render when a conversation opens. */
export const ListHead = memo(function ListHead(props: ListHeadProps): ReactNode {
  const { loaded, data, look, onLook, onFilters, columns, output, finder } = props;
  return (
    <div className="isolate flex flex-col gap-2 px-4 pt-3 pb-2">
      <LiveHeader loaded={loaded} tally={data.tally} order={data.order} look={look} onChange={onLook}>
        <ViewMenu look={look} columns={columns} onChange={onLook} onCopy={output.copy} onExport={output.save} />
      </LiveHeader>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <FilterBar filters={look.filters} onChange={onFilters} tally={data.tally} finder={finder} />
        </div>
        <KeysButton />
      </div>
    </div>
  );
});
