import { Copy, Download, RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BindingReport } from '../../../../shared/models/operation.ts';
import { useActions } from '../../actions/offered.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';

export interface ReportActionsProps {
  readonly report: BindingReport | undefined;
  readonly busy: boolean;
  readonly onRefresh: () => void;
}

/** Reads the document again; takes the report elsewhere. */
export function ReportActions({ report, busy, onRefresh }: ReportActionsProps): ReactNode {
  const { t } = useTranslation('apiReport');
  const [done, setDone] = useState<'copied' | 'exported'>();
  const take = async (how: 'copied' | 'exported') => {
    if (report === undefined) return;
    const text = JSON.stringify(report, undefined, 2);
    try {
      const taken =
        how === 'exported'
          ? await call((api) => api.app.saveText({ suggestedName: 'binding-report.json', text }))
          : await call((api) => api.app.copyText({ text })).then(() => true);
      if (!taken) return;
      setDone(how);
      announce(t(how));
    } catch (thrown) {
      announce(failureOf(thrown).message, 'assertive');
    }
  };
  const unread = report === undefined ? t('notRead') : undefined;
  useActions(() => [
    { id: 'report:refresh', label: t('refresh'), group: 'page', run: onRefresh },
    { id: 'report:copy', label: t('copy'), group: 'page', disabledReason: unread, run: () => void take('copied') },
    {
      id: 'report:export',
      label: t('export'),
      group: 'page',
      disabledReason: unread,
      run: () => void take('exported'),
    },
  ]);
  return (
    <>
      <Button busy={busy} onClick={onRefresh}>
        <RefreshCw className="icon" aria-hidden />
        {t('refresh')}
      </Button>
      <Button busy={report === undefined} onClick={() => void take('copied')} onBlur={() => setDone(undefined)}>
        <Copy className="icon" aria-hidden />
        {t(done === 'copied' ? 'copied' : 'copy')}
      </Button>
      <Button busy={report === undefined} onClick={() => void take('exported')} onBlur={() => setDone(undefined)}>
        <Download className="icon" aria-hidden />
        {t(done === 'exported' ? 'exported' : 'export')}
      </Button>
    </>
  );
}
