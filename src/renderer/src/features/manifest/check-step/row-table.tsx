import { type ReactNode, useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManifestRow } from '../../../../../shared/models/manifest-rows.ts';
import { usePreferences } from '../../../app/session-context.tsx';
import { Button } from '../../../components/button.tsx';
import { EmptyState } from '../../../components/states.tsx';
import type { TableColumn } from '../../../table/column.ts';
import { pagedCell } from '../../../table/paged-cell.tsx';
import type { PagedRow, PagedRows } from '../../../table/paged-rows.ts';
import { VirtualTable } from '../../../table/virtual-table.tsx';
import { maskNumberCell } from '../masks.ts';
import { useFigures } from '../use-words.ts';
import { fixForRow, type OfferedFix } from './row-actions.ts';
import { VerdictWord } from './verdict-word.tsx';
import { useWhy } from './why.ts';

interface RowTableProps {
  readonly source: PagedRows<ManifestRow>;
  /** Names of the file's columns, and which of them is the number. */
  readonly columns: readonly string[];
  readonly phone: number;
  readonly showNumbers: boolean;
  /** Undefined while rows cannot be fixed yet. */
  readonly onFix: ((offered: OfferedFix) => void) | undefined;
  readonly openRow: string | undefined;
  readonly onOpen: (row: string, by: 'key' | 'pointer') => void;
  readonly empty: string;
}

const ROW_HEIGHT = { compact: 26, normal: 32, comfortable: 40 } as const;
/** Browsers draw nothing that is higher, in pixels. */
const HIGHEST = 33_000_000;

type Entry = PagedRow<ManifestRow>;

/** Rows that are not accepted: where, what, why, and what can be done. */
export function RowTable(props: RowTableProps): ReactNode {
  const { source, columns, phone, showNumbers, onFix, openRow, onOpen, empty } = props;
  const { t } = useTranslation('manifest');
  const { density } = usePreferences().preferences;
  const why = useWhy(columns);
  const shown = useColumns(why, phone, showNumbers, onFix, onOpen);
  const look = useCallback(
    ({ row }: Entry) => ({
      label:
        row === undefined
          ? t('table.loading')
          : `${t('editor.title', { row: row.rowNumber })}, ${t(`reasons.${row.reason}`)}, ${why(row)}`,
    }),
    [t, why],
  );
  const total = source.view().ids.length;
  return (
    <VirtualTable<Entry>
      label={t('table.label')}
      columns={shown}
      source={source}
      order={source}
      rowHeight={Math.min(ROW_HEIGHT[density], Math.max(1, Math.floor(HIGHEST / Math.max(1, total))))}
      sort={undefined}
      onSort={() => undefined}
      look={look}
      openId={openRow}
      onOpen={onOpen}
      empty={<EmptyState title={empty} />}
    />
  );
}

function useColumns(
  why: (row: ManifestRow) => string,
  phone: number,
  showNumbers: boolean,
  onFix: ((offered: OfferedFix) => void) | undefined,
  onOpen: RowTableProps['onOpen'],
): readonly TableColumn<Entry>[] {
  const { t } = useTranslation('manifest');
  const { number, language } = useFigures();
  return useMemo(() => {
    const wide = language === 'fr' ? 1.2 : 1;
    const cell = pagedCell<ManifestRow>;
    return [
      {
        id: 'row',
        title: t('table.row'),
        hint: t('table.rowHint'),
        width: 88,
        align: 'end',
        rank: 0,
        cell: cell((row) => <span className="font-mono text-sm text-fg-2">{number(row.rowNumber)}</span>),
      },
      {
        id: 'verdict',
        title: t('table.verdict'),
        width: Math.round(110 * wide),
        rank: 0,
        cell: cell((row) => <VerdictWord reason={row.reason} />),
      },
      {
        id: 'value',
        title: t('table.value'),
        width: 150,
        grow: 1,
        rank: 0,
        cell: cell((row) => {
          const value = row.column === phone && !showNumbers ? maskNumberCell(row.value) : row.value;
          return (
            <span className="block truncate font-mono text-sm" title={value}>
              {value}
            </span>
          );
        }),
      },
      {
        id: 'why',
        title: t('table.why'),
        width: 200,
        grow: 2,
        rank: 0,
        cell: cell((row) => (
          <span className="block truncate" title={why(row)}>
            {why(row)}
            {row.edited ? <span className="text-fg-3"> · {t('table.edited')}</span> : null}
            {row.settled ? <span className="text-fg-3"> · {t('table.settled')}</span> : null}
          </span>
        )),
      },
      {
        id: 'action',
        title: t('table.action'),
        width: Math.round(150 * wide),
        rank: 1,
        cell: (entry) =>
          entry.row === undefined || onFix === undefined ? null : (
            <RowAction row={entry.row} onFix={onFix} onEdit={() => onOpen(entry.id, 'pointer')} />
          ),
      },
    ] satisfies readonly TableColumn<Entry>[];
  }, [t, number, language, why, phone, showNumbers, onFix, onOpen]);
}

interface RowActionProps {
  readonly row: ManifestRow;
  readonly onFix: (offered: OfferedFix) => void;
  readonly onEdit: () => void;
}

/** The most likely wish, one click away; the row itself opens the editor, also by the keyboard, with the same buttons in it. */
function RowAction({ row, onFix, onEdit }: RowActionProps): ReactNode {
  const { t } = useTranslation('manifest');
  const { number } = useFigures();
  const offered = fixForRow(row);
  return (
    <Button
      className="h-6! px-2! text-sm"
      tabIndex={-1}
      onClick={(event) => {
        event.stopPropagation();
        if (offered === undefined) onEdit();
        else onFix(offered);
      }}
    >
      {offered === undefined ? t('fix.edit') : t(`fix.${offered.word}`, { n: number(offered.count) })}
    </Button>
  );
}
