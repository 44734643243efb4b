import { ClipboardCheck, Columns3, Download, HardDriveDownload, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../../components/button.tsx';
import { MenuButton } from '../../../components/menu.tsx';
import { Time } from '../../../components/time.tsx';
import { COLUMN_IDS, type ColumnId } from './columns.tsx';
import type { Results } from './use-results.ts';

interface ResultHeaderProps {
  readonly results: Results;
  readonly shown: readonly ColumnId[];
  readonly onToggle: (column: ColumnId) => void;
  readonly onSample: () => void;
  readonly onDesk: () => void;
  readonly onExport: () => void;
  /** Why nothing can be exported. */
  readonly exportReason: string | undefined;
}

/** How many conversations there are and as of when, and what can be done with all of them. */
export function ResultHeader({ results, shown, onToggle, exportReason, ...acts }: ResultHeaderProps): ReactNode {
  const { t } = useTranslation('conversations');
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h1 className="text-xl font-semibold">{t('title')}</h1>
      <span className="text-fg-2" role="status">
        {results.total === undefined ? '' : t(results.totalIsExact ? 'total' : 'atLeast', { count: results.total })}
      </span>
      {results.readAt === undefined ? null : (
        <span className="text-sm text-fg-3">
          {t('read')} <Time at={results.readAt} />
        </span>
      )}
      {results.newer === 0 ? null : <Button onClick={results.again}>{t('newer', { count: results.newer })}</Button>}
      <span className="ms-auto flex flex-wrap items-center justify-end gap-1 [&_button]:px-2">
        <IconButton label={t('again')} busy={results.loading} onClick={results.again}>
          <RefreshCw className="icon" aria-hidden />
        </IconButton>
        <MenuButton
          label={t('chooseColumns')}
          align="end"
          entries={COLUMN_IDS.map((column) => ({
            id: column,
            label: `${shown.includes(column) ? '✓ ' : ''}${t(`columns.${column}`)}`,
            onAction: () => onToggle(column),
          }))}
        >
          <Columns3 className="icon" aria-hidden />
          {t('chooseColumns')}
        </MenuButton>
        <Button onClick={acts.onSample}>
          <ClipboardCheck className="icon" aria-hidden />
          {t('quality')}
        </Button>
        <Button onClick={acts.onDesk}>
          <HardDriveDownload className="icon" aria-hidden />
          {t('desk.open')}
        </Button>
        <Button onClick={acts.onExport} disabledReason={exportReason}>
          <Download className="icon" aria-hidden />
          {t('exportVerb')}
        </Button>
      </span>
    </div>
  );
}
