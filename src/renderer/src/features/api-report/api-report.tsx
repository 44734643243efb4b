import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleChip } from '../../components/chip.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/fields.tsx';
import { Page } from '../../components/page.tsx';
import { Loading, Skeleton } from '../../components/states.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { matches } from './matches.ts';
import { OperationTable } from './operation-table.tsx';
import { ReportActions } from './report-actions.tsx';
import { ReportSource } from './report-source.tsx';
import { texts } from './texts.ts';
import { UnusedTable } from './unused-table.tsx';
import { type Report, useReport } from './use-report.ts';

/** What of this instance's API the console uses, what is missing, by which rule, and how to change it. */
export function ApiReport(): ReactNode {
  useLateTexts('apiReport', texts);
  const { t } = useTranslation('apiReport');
  const state = useReport();
  const { report, failure, busy, refresh } = state;
  return (
    <Page
      title={t('title')}
      width="full"
      summary={
        report === undefined
          ? null
          : t('summary', {
              bound: report.operations.filter(({ bound }) => bound).length,
              total: report.operations.length,
            })
      }
      actions={<ReportActions report={report} busy={busy} onRefresh={refresh} />}
    >
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {report === undefined ? (
        failure === undefined ? (
          <ReportSkeleton />
        ) : null
      ) : (
        <LoadedReport state={state} report={report} />
      )}
    </Page>
  );
}

function LoadedReport({
  state,
  report,
}: {
  readonly state: Report;
  readonly report: NonNullable<Report['report']>;
}): ReactNode {
  const { t } = useTranslation('apiReport');
  const [query, setQuery] = useState('');
  const [onlyMissing, setOnlyMissing] = useState(false);
  const missing = report.operations.filter(({ bound }) => !bound).length;
  const shown = report.operations.filter(
    (binding) =>
      (!onlyMissing || !binding.bound) &&
      matches(query, [
        t(`names.${binding.operation}`),
        binding.operation,
        binding.path,
        binding.operationIdInDocument,
        binding.tag,
      ]),
  );
  return (
    <>
      <p className="max-w-prose text-fg-2">{t('intro')}</p>
      <ReportSource report={report} />
      <div className="flex flex-wrap items-center gap-2">
        <div className="w-72">
          <TextField
            label={t('filter')}
            labelHidden
            placeholder={t('filter')}
            type="search"
            value={query}
            onChange={setQuery}
          />
        </div>
        <ToggleChip pressed={!onlyMissing} onPress={() => setOnlyMissing(false)}>
          {t('all')}
        </ToggleChip>
        <ToggleChip pressed={onlyMissing} onPress={() => setOnlyMissing(true)}>
          {t('onlyMissing', { value: missing })}
        </ToggleChip>
      </div>
      {shown.length === 0 ? (
        <p className="text-fg-2">{t('none', { query })}</p>
      ) : (
        <OperationTable operations={shown} unused={report.unused} busy={state.busy} onOverride={state.override} />
      )}
      <UnusedTable unused={report.unused} query={query} />
    </>
  );
}

function ReportSkeleton(): ReactNode {
  return (
    <Loading>
      <Skeleton className="h-16 w-full max-w-2xl" />
      {Array.from({ length: 8 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical bars without identity
        <Skeleton key={index} className="h-6 w-full" />
      ))}
    </Loading>
  );
}
