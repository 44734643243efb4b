import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { say } from '../components/announcer.tsx';

/**
 * Writes what was measured of a tenant's live data to a file of the operator's choice: state, counters, and event-to-paint
 * p50, p95 and the longest over the newest paints of all windows. Nothing personal is in it.
 */
export function useExportFigures(tenant: string | undefined): (() => void) | undefined {
  const { t } = useTranslation('shell');
  const save = useCallback(() => {
    if (tenant === undefined) return;
    call((api) => api.live.report({ tenant }))
      .then((report) => {
        const at = new Date(report.at).toISOString().slice(0, 19).replaceAll(':', '-');
        const text = `${JSON.stringify(report, undefined, 2)}\n`;
        return call((api) => api.app.saveText({ suggestedName: `live-figures-${tenant}-${at}.json`, text }));
      })
      .then((saved) => {
        if (saved) say(t('figuresExported'));
      })
      .catch((thrown: unknown) => say(failureOf(thrown).message, 'assertive'));
  }, [tenant, t]);
  return tenant === undefined ? undefined : save;
}
