import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHubStatus } from '../../app/session-context.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Facts } from '../../components/page.tsx';
import { Time } from '../../components/time.tsx';

/** Where the live data of the shown tenant stands. */
export function LiveFacts(): ReactNode {
  const { t, i18n } = useTranslation(['connection', 'shell', 'common']);
  const { value: status, failure } = useHubStatus();
  if (status === undefined) {
    return failure === undefined ? (
      <p className="text-fg-2">{t('shell:hubNever')}</p>
    ) : (
      <ErrorPanel failure={failure} />
    );
  }
  const number = new Intl.NumberFormat(i18n.language);
  const facts: [string, ReactNode][] = [
    [t('connection:liveState'), t(`shell:hub.${status.state}`)],
    [t('connection:liveSince'), <Time key="since" at={status.since} />],
    [
      t('connection:liveLastHeard'),
      status.lastHeardAt === undefined ? t('common:unknown') : <Time key="heard" at={status.lastHeardAt} />,
    ],
    [t('connection:liveEvents'), number.format(status.counters.events)],
    [t('connection:liveDuplicates'), number.format(status.counters.duplicates)],
    [t('connection:liveUnknown'), number.format(status.counters.unknownEvents)],
  ];
  if (status.clockSkew !== undefined)
    facts.push([
      t('connection:liveSkew'),
      t('connection:liveSkewValue', { value: number.format(Math.round(status.clockSkew / 100) / 10) }),
    ]);
  return <Facts facts={facts} />;
}
