import { useMutation, useQuery } from '@tanstack/react-query';
import { ChartNoAxesColumn, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Average } from '../../../../shared/models/quality.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { say } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { EmptyState, Loading, Skeleton } from '../../components/states.tsx';

/** Averages of what is finished, by CSR and by criterion. @param revision another one: they are read again. */
export function ResultsTab({ tenant, revision }: { readonly tenant: string; readonly revision: number }): ReactNode {
  const { t, i18n } = useTranslation('quality');
  const results = useQuery({
    queryKey: ['quality-results', tenant, revision],
    queryFn: () => call((api) => api.quality.results({ tenant })),
    retry: false,
  });
  const save = useMutation({
    mutationFn: async () => {
      const made = await call((api) => api.quality.export({ tenant }));
      return call((api) => api.app.saveText(made));
    },
    onSuccess: (saved) => {
      if (saved) say(t('exported'));
    },
  });
  const number = new Intl.NumberFormat(i18n.language === 'fr' ? 'fr-CA' : 'en-CA', { maximumFractionDigits: 1 });
  if (results.error !== null)
    return (
      <div className="p-6">
        <ErrorPanel failure={failureOf(results.error)} />
      </div>
    );
  if (results.data === undefined)
    return (
      <Loading>
        <Skeleton className="m-6 h-40 w-96" />
      </Loading>
    );
  const { whole, byCsr, byCriterion } = results.data;
  if (whole === undefined)
    return (
      <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title={t('noResults')}>
        {t('noResultsHelp')}
      </EmptyState>
    );
  return (
    <div className="flex max-w-3xl flex-col gap-5 px-6 pb-8">
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-lg">
          {t('whole', { average: number.format(whole.average), count: whole.reviews })}
          {whole.failed === 0 ? '' : ` · ${t('wholeFailed', { count: whole.failed })}`}
        </p>
        <span className="ms-auto">
          <Button busy={save.isPending} onClick={() => save.mutate()}>
            <Download className="icon" aria-hidden />
            {t('exportCsv')}
          </Button>
        </span>
      </div>
      {save.error === null ? null : <ErrorPanel failure={failureOf(save.error)} />}
      <AverageTable
        title={t('byCsr')}
        subject={t('csr')}
        format={number}
        rows={byCsr.map((one) => ({ ...one, key: one.csr ?? '', name: one.csr ?? t('noCsr') }))}
      />
      <AverageTable
        title={t('byCriterion')}
        subject={t('criterion')}
        format={number}
        rows={byCriterion.map((one) => ({ ...one, key: one.id }))}
      />
    </div>
  );
}

function AverageTable(props: {
  readonly title: string;
  readonly subject: string;
  readonly format: Intl.NumberFormat;
  readonly rows: readonly (Average & { readonly key: string; readonly name: string })[];
}): ReactNode {
  const { t } = useTranslation('quality');
  const number = 'border-b border-line py-1 ps-4 text-end tabular-nums';
  return (
    <table className="w-full border-collapse text-start">
      <caption className="pb-1 text-start font-semibold">{props.title}</caption>
      <thead className="text-sm text-fg-2">
        <tr>
          <th scope="col" className="border-b border-line py-1 text-start font-normal">
            {props.subject}
          </th>
          <th scope="col" className={`${number} font-normal`}>
            {t('reviews')}
          </th>
          <th scope="col" className={`${number} font-normal`}>
            {t('failures')}
          </th>
          <th scope="col" className={`${number} w-56 font-normal`}>
            {t('average')}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map(({ key, name, reviews, failed, average }) => (
          <tr key={key}>
            <th scope="row" className="border-b border-line py-1 text-start font-normal">
              {name}
            </th>
            <td className={number}>{props.format.format(reviews)}</td>
            <td className={number}>{props.format.format(failed)}</td>
            <td className={number}>
              <span className="flex items-center justify-end gap-2">
                <span aria-hidden className="h-1.5 w-32 overflow-hidden rounded-full bg-hover">
                  <span className="block h-full bg-accent" style={{ width: `${average}%` }} />
                </span>
                <span className="w-12">{props.format.format(average)}</span>
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
