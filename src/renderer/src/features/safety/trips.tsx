import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreakerTrip } from '../../../../shared/models/breaker.ts';
import { Time } from '../../components/time.tsx';

/** Each time a breaker tripped in this run of the console; the journal has all of them. */
export function Trips({ trips }: { readonly trips: readonly BreakerTrip[] }): ReactNode {
  const { t, i18n } = useTranslation('safety');
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  if (trips.length === 0) return <p className="text-sm text-fg-2">{t('trips.none')}</p>;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold">{t('trips.title')}</h3>
      <ul className="flex flex-col gap-1 tabular-nums">
        {trips.map(({ id, at, campaignName, breaker, reading, paused }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <Time at={at} />
            <strong className="font-semibold">{campaignName}</strong>
            <span>
              {t('trips.said', {
                metric: t(`breakers.metrics.${breaker.metric}`),
                percent: number.format(reading.percent),
                limit: number.format(breaker.abovePercent),
                calls: number.format(reading.calls),
              })}
            </span>
            {paused === undefined ? null : (
              <span className={paused === 'done' ? 'text-warn' : 'text-danger'}>{t(`trips.paused.${paused}`)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
