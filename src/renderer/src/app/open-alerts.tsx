import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlertsGlance } from '../../../shared/models/alert.ts';
import { type OpenStream, useLatest } from '../bridge/stream.ts';

const openGlance: OpenStream<AlertsGlance> = (api, on) => api.alerts.glance(undefined, on);

/** How many alerts ask for a look, beside their place in the rail. */
export function OpenAlerts({ small }: { readonly small: boolean }): ReactNode {
  const { t, i18n } = useTranslation('shell');
  const open = useLatest(openGlance).value?.open ?? 0;
  if (open === 0) return null;
  return (
    <span
      className={`rounded-full bg-danger px-1.5 text-xs font-semibold text-bg ${small ? 'absolute -top-1 right-0 px-1!' : 'ms-auto'}`}
    >
      <span aria-hidden>{open > 99 ? '99+' : new Intl.NumberFormat(i18n.language).format(open)}</span>
      <span className="sr-only">{t('alertsToSee', { count: open })}</span>
    </span>
  );
}
