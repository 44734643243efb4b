import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../../../actions/offered.ts';
import { announce } from '../../../components/announcer.tsx';
import { idsWithin } from '../../../lib/id-list.ts';
import type { TableColumn, TableSort } from '../../../table/column.ts';
import { focusedRow } from '../../../table/step-row.ts';
import { type Filters, isFiltered, NO_FILTERS } from '../model/filters.ts';
import type { LiveData } from '../model/live-data.ts';

interface ListActions {
  readonly data: LiveData;
  /** The conversation that is open beside the list. */
  readonly id: string | undefined;
  readonly finder: RefObject<HTMLInputElement | null>;
  readonly filters: Filters;
  readonly sort: TableSort | undefined;
  readonly columns: readonly Pick<TableColumn<never>, 'id' | 'title' | 'sortFirst'>[];
  readonly onFilters: (filters: Filters) => void;
  readonly onSort: (sort: TableSort | undefined) => void;
  readonly onOpen: (id: string) => void;
  readonly onPin: (id: string) => void;
  readonly onSelectAll: (ids: readonly string[]) => void;
  readonly onCopyRow: (id: string) => void;
}

/** Offers what can be done with the list by palette and keys. */
export function useListActions(list: ListActions): void {
  const { t } = useTranslation('live');
  const { data, id, finder, filters, sort, columns, onFilters, onSort, onOpen, onPin, onSelectAll, onCopyRow } = list;
  const group = 'list';
  useActions(() => {
    const { ids, waiting } = data.order.view();
    const row = focusedRow();
    const target = row ?? id;
    const openBeside = (by: 1 | -1) => {
      const next = id === undefined ? ids.at(0) : ids.at(ids.indexOf(id) + by);
      if (next === undefined) announce(t('list.noMore'));
      else onOpen(next);
    };
    const none = ids.length === 0 ? t('list.empty') : undefined;
    const unless = (possible: boolean, reason: string) => (possible ? undefined : reason);
    const isText = (document.getSelection()?.toString() ?? '') !== '';
    return [
      { id: 'list.find', group, run: () => finder.current?.focus() },
      { id: 'list.openNext', group, disabledReason: none, run: () => openBeside(1) },
      { id: 'list.openPrevious', group, disabledReason: none, run: () => openBeside(-1) },
      {
        id: 'list.clearFilters',
        group,
        disabledReason: unless(isFiltered(filters), t('list.noFilters')),
        run: () => onFilters(NO_FILTERS),
      },
      {
        id: 'list.renew',
        group,
        disabledReason: unless(waiting > 0, t('list.nothingWaits')),
        run: data.order.renew,
      },
      {
        id: 'list.worstFirst',
        group,
        disabledReason: unless(sort !== undefined, t('list.isSo')),
        run: () => onSort(undefined),
      },
      {
        id: 'list.pin',
        group,
        disabledReason: unless(target !== undefined, t('list.noRow')),
        run: () => target !== undefined && onPin(target),
      },
      { id: 'list.selectAll', group, disabledReason: none, run: () => onSelectAll(idsWithin(ids)) },
      // Only with a row: elsewhere the same keys copy text, as everywhere.
      ...(row === undefined || isText ? [] : [{ id: 'list.copy', group, run: () => onCopyRow(row) } as const]),
      ...columns.flatMap(({ id: column, title, sortFirst }) =>
        sortFirst === undefined
          ? []
          : {
              id: `sort:${column}` as const,
              label: t('list.sortBy', { column: title }),
              group: 'list' as const,
              run: () => onSort({ id: column, desc: sort?.id === column ? !sort.desc : sortFirst === 'desc' }),
            },
      ),
    ];
  });
}
