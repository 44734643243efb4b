import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isRestorable, type PanicReport, type PanicView } from '../../../../shared/models/panic.ts';
import { call } from '../../bridge/bridge.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Section } from '../../components/page.tsx';
import { Time } from '../../components/time.tsx';
import { PanicEntries } from './panic-entries.tsx';
import { PanicKeys } from './panic-keys.tsx';
import { RestoreDialog } from './restore-dialog.tsx';

/** The panic key itself, and a report of each time it was pressed. */
export function PanicSection({ view }: { readonly view: PanicView }): ReactNode {
  const { t } = useTranslation('safety');
  return (
    <Section title={t('panic.title')}>
      <p className="text-fg-2">{t('panic.intro')}</p>
      <PanicKeys view={view} />
      {view.problem === undefined ? null : (
        <p role="alert" className="text-warn">
          {t('panic.notKept')}
        </p>
      )}
      {view.reports.length === 0 ? <p className="text-fg-2">{t('panic.never')}</p> : null}
      {view.reports.map((report) => (
        <Report key={report.id} report={report} />
      ))}
    </Section>
  );
}

function Report({ report }: { readonly report: PanicReport }): ReactNode {
  const { t } = useTranslation('safety');
  const [restoring, setRestoring] = useState(false);
  const { id, at, by, from, done, entries, unreachable } = report;
  const count = (outcome: string) => entries.filter((entry) => entry.outcome === outcome).length;
  const left = entries.filter(isRestorable).length;
  const dismiss = () => void call((api) => api.panic.dismiss({ report: id })).catch(() => undefined);
  return (
    <article className="flex flex-col gap-2 rounded-md border p-3" data-testid="panic-report">
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="font-semibold">
          {t(`panic.from.${from}`)} · <Time at={at} />
          {by === undefined ? null : <span className="font-normal text-fg-2"> · {by}</span>}
        </h3>
        <span role="status" className="text-fg-2">
          {done
            ? t('panic.counts', {
                paused: count('paused'),
                already: count('already-paused'),
                refused: count('refused'),
                unknown: count('unknown') + count('waiting'),
              })
            : t('panic.underWay', { ended: entries.length - count('waiting'), total: entries.length })}
        </span>
        <span className="flex-1" />
        {left === 0 ? null : (
          <Button look="primary" disabledReason={done ? undefined : t('panic.wait')} onClick={() => setRestoring(true)}>
            {t('panic.restore', { count: left })}
          </Button>
        )}
        <Button look="quiet" disabledReason={done ? undefined : t('panic.wait')} onClick={dismiss}>
          {t('panic.dismiss')}
        </Button>
      </header>
      {entries.length === 0 && unreachable.length === 0 && done ? <p>{t('panic.nothing')}</p> : null}
      {entries.length === 0 ? null : <PanicEntries entries={entries} />}
      {unreachable.map(({ tenant, failure }) => (
        <div key={tenant} className="flex flex-col gap-1">
          <strong className="font-semibold text-danger">{t('panic.unreachable', { tenant })}</strong>
          <ErrorPanel failure={failure} />
        </div>
      ))}
      {restoring ? <RestoreDialog report={id} onClose={() => setRestoring(false)} /> : null}
    </article>
  );
}
