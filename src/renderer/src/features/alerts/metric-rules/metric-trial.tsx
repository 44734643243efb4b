import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricTrial } from '../../../../../shared/models/metric-rule.ts';
import { exactTime, minuteAndZone } from '../../../components/time.tsx';

const MOST_SHOWN = 8;

/** What a rule would have done to the past: how often, and when. */
export function MetricTrialResult({ trial }: { readonly trial: MetricTrial }): ReactNode {
  const { t, i18n } = useTranslation('alerts');
  const { from, to, points, hits, sampleUnknown } = trial;
  if (points === 0) return <p role="status">{t('triedMetricNothing')}</p>;
  const hours = Math.max(1, Math.round((to - from) / 3_600_000));
  return (
    <div role="status" className="flex flex-col gap-1">
      <p>
        {t('triedMetric', { count: hits.length, hours, points })} {sampleUnknown ? t('triedWithoutSamples') : null}
      </p>
      <ul className="list-disc ps-5 text-sm text-fg-2">
        {hits.slice(-MOST_SHOWN).map((hit) => (
          <li key={hit.from}>
            {t('triedMetricHit', {
              from: exactTime(hit.from, i18n.language),
              until: hit.until === undefined ? t('triedMetricNow') : minuteAndZone(hit.until, i18n.language),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
