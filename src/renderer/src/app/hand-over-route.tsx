import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { exactTime } from '../components/time.tsx';
import { HandOverPage } from '../features/hand-over/hand-over-page.tsx';
import { useLiveWords } from '../features/live/model/use-live-words.ts';
import { useMetricWords } from '../lib/metric-words.ts';
import { knownZone } from './clock.tsx';
import { useActiveTenant } from './session-context.tsx';
import { useLeavingMask } from './use-mask.ts';

/** Joins the address to the shift hand-over of the active tenant. */
export function HandOverRoute(): ReactNode {
  const { t, i18n } = useTranslation('shell');
  const tenant = useActiveTenant();
  const words = useLiveWords();
  const metrics = useMetricWords();
  const { contact } = useLeavingMask();
  const zone = knownZone(tenant?.timeZone);
  const parts = useMemo(
    () => ({
      contact,
      platform: words.platform,
      status: words.status,
      metric: (id: string) => metrics.name(id, undefined),
      time: (at: number) => exactTime(at, i18n.language, zone),
    }),
    [contact, words, metrics, i18n.language, zone],
  );
  if (tenant === undefined || tenant.problem !== undefined) return <EmptyState title={t('chooseTenant')} />;
  return <HandOverPage key={tenant.slug} tenant={tenant} parts={parts} />;
}
