import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BindingReport } from '../../../../shared/models/operation.ts';
import { Time } from '../../components/time.tsx';

/** Where the document came from and when, and what was wrong with it. */
export function ReportSource({ report }: { readonly report: BindingReport }): ReactNode {
  const { t } = useTranslation('apiReport');
  const facts: [string, ReactNode][] = [[t('source'), t(report.source)]];
  if (report.fetchedAt !== undefined) facts.push([t('when'), <Time key="when" at={report.fetchedAt} />]);
  if (report.title !== undefined) facts.push([t('document'), [report.title, report.version].filter(Boolean).join(' ')]);
  if (report.openapi !== undefined) facts.push([t('openapi'), report.openapi]);
  if (report.url !== undefined)
    facts.push([
      t('url'),
      <span key="url" className="font-mono text-sm">
        {report.url}
      </span>,
    ]);
  return (
    <div className="flex flex-col gap-3">
      {report.problem === undefined ? null : <Problem report={report} problem={report.problem} />}
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {facts.map(([term, value]) => (
          <div key={term} className="flex min-w-0 gap-2">
            <dt className="text-fg-3">{term}</dt>
            <dd className="min-w-0 break-words select-text">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Problem({
  report,
  problem,
}: {
  readonly report: BindingReport;
  readonly problem: NonNullable<BindingReport['problem']>;
}): ReactNode {
  const { t } = useTranslation('apiReport');
  const means = { fetched: 'problemFetched', cached: 'problemCached', 'built-in': 'problemBuiltIn' } as const;
  return (
    <section role="alert" className="flex max-w-3xl gap-3 rounded-md border border-warn bg-surface px-3 py-2">
      <TriangleAlert className="icon mt-0.5 text-warn" aria-hidden />
      <div className="flex min-w-0 flex-col gap-0.5">
        <h2 className="font-semibold">{t('problemTitle')}</h2>
        <p className="text-fg-2">{t(means[report.source])}</p>
        <p className="font-mono text-sm break-words text-fg-2 select-text">
          {problem.code}: {problem.message}
        </p>
      </div>
    </section>
  );
}
