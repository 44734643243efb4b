import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveQuery, ArchiveSort } from '../../../../../shared/models/archive.ts';
import { VirtualTable } from '../../../table/virtual-table.tsx';
import type { ConversationParts } from '../parts.ts';
import { archiveSort, type ColumnId, tableSort, useColumns } from './columns.tsx';
import type { ResultRow } from './result-store.ts';
import type { Chosen } from './use-chosen.ts';
import type { Results } from './use-results.ts';

interface ResultTableProps {
  readonly results: Results;
  readonly query: ArchiveQuery;
  readonly timeZone: string;
  readonly rowHeight: number;
  readonly parts: ConversationParts;
  readonly shown: readonly ColumnId[];
  readonly chosen: Chosen;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
  /** @param sort undefined: the instance's own order. */
  readonly onSort: (sort: ArchiveSort | undefined) => void;
  /** Stands where no conversation is. */
  readonly empty: ReactNode;
}

/** The conversations of a search, a page more whenever its end comes near. */
export function ResultTable(props: ResultTableProps): ReactNode {
  const { results, query, parts, chosen } = props;
  const { t } = useTranslation('conversations');
  const columns = useColumns(parts, props.shown, query.text !== '' || query.pattern !== undefined, props.timeZone);
  const look = useCallback(
    ({ id, row, gone }: ResultRow) => {
      if (row === undefined) return { label: `${id} ${t(gone ? 'rowGone' : 'rowLoading')}` };
      const { contact, risk } = row.conversation;
      return {
        label: `${id} ${parts.contact(contact.display)}`,
        ...(risk !== undefined && { tone: `risk-${risk.level}` }),
      };
    },
    [t, parts],
  );
  return (
    <VirtualTable<ResultRow>
      label={t('title')}
      columns={columns}
      source={results.store}
      order={results.store}
      rowHeight={props.rowHeight}
      sort={tableSort(query.sort)}
      onSort={(sort) => props.onSort(archiveSort(sort))}
      look={look}
      selected={chosen.ids}
      onSelect={chosen.select}
      openId={props.openId}
      onOpen={props.onOpen}
      onNearEnd={results.more}
      empty={props.empty}
    />
  );
}
