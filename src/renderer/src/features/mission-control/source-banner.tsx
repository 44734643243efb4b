import { CloudOff, Hourglass, RefreshCw } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { SourceState as SourceStand } from '../../../../shared/models/telemetry.ts';
import { call } from '../../bridge/bridge.ts';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { EmptyState } from '../../components/states.tsx';
import { relativeTime } from '../../components/time.tsx';
import { useNow } from '../../components/use-now.ts';
import type { MissionState, MissionStore } from './model/mission-store.ts';
import { alike } from './model/shared-view.ts';
import { useMissionPart } from './model/use-mission.ts';
import { useZonedTimes } from './zone.ts';

interface SourceStateProps {
  readonly store: MissionStore;
  readonly tenant: string;
  readonly onShowReport: () => void;
}

interface Told {
  readonly failure?: Failure | undefined;
  readonly missing?: boolean;
  readonly metrics?: SourceStand;
  readonly slowSince?: number;
}

/** What is to be told of the sources; nothing that changes with each answer while all is well. */
const toldOf = ({ view, failure }: MissionState): Told | undefined => {
  if (view === undefined) return { failure };
  const { metrics, health } = view.sources;
  if (metrics.state === 'missing' && health.state === 'missing') return { missing: true };
  if (metrics.state === 'failing') return { metrics };
  return metrics.slowSince === undefined ? undefined : { slowSince: metrics.slowSince };
};

/** Tells when the numbers on screen are not of now, and why; nothing while they are. */
export function SourceState({ store, tenant, onShowReport }: SourceStateProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const told = useMissionPart<Told | undefined>(store, toldOf, alike);
  if (told?.failure !== undefined) return <ErrorPanel shape="panel" failure={told.failure} />;
  if (told?.missing === true) {
    return (
      <EmptyState
        icon={<CloudOff aria-hidden />}
        title={t('missing')}
        action={<Button onClick={onShowReport}>{t('showReport')}</Button>}
      >
        {t('missingText')}
      </EmptyState>
    );
  }
  const metrics = told?.metrics;
  if (metrics?.failure !== undefined) {
    return metrics.okAt === undefined || metrics.failure.code === 'forbidden' ? (
      <ErrorPanel failure={metrics.failure} actions={<AskNow tenant={tenant} />} />
    ) : (
      <Stale tenant={tenant} okAt={metrics.okAt} retryAt={metrics.retryAt} failure={metrics.failure} />
    );
  }
  return told?.slowSince === undefined ? null : <Slow since={told.slowSince} />;
}

function AskNow({ tenant }: { readonly tenant: string }): ReactNode {
  const { t } = useTranslation('live');
  const [asking, setAsking] = useState(false);
  const ask = () => {
    setAsking(true);
    // The source's own state tells whether it worked.
    call((api) => api.telemetry.refresh({ tenant }))
      .catch(() => undefined)
      .finally(() => setAsking(false));
  };
  return (
    <Button busy={asking} onClick={ask}>
      <RefreshCw className="icon" aria-hidden />
      {t('stale.retryNow')}
    </Button>
  );
}

function Stale(props: {
  readonly tenant: string;
  readonly okAt: number;
  readonly retryAt: number | undefined;
  readonly failure: Failure;
}): ReactNode {
  const { tenant, okAt, retryAt, failure } = props;
  const { t, i18n } = useTranslation(['missionControl', 'failures']);
  const times = useZonedTimes();
  const now = useNow();
  const next =
    retryAt === undefined || retryAt <= now
      ? ''
      : t('missionControl:retryAt', { time: relativeTime(retryAt, now, i18n.language) });
  return (
    <section
      aria-label={t('missionControl:silent', { time: times.zoned(okAt) })}
      className="flex items-center gap-3 rounded-md border border-warn bg-surface px-3 py-1.5"
      data-testid="telemetry-stale"
      data-failure={failure.detail?.reason ?? failure.code}
    >
      <CloudOff className="icon text-warn" aria-hidden />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{t('missionControl:silent', { time: times.zoned(okAt) })}</strong>{' '}
        <span className="text-fg-2">{t('missionControl:silentText', { next })}</span>
      </p>
      <AskNow tenant={tenant} />
    </section>
  );
}

function Slow({ since }: { readonly since: number }): ReactNode {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  return (
    <section
      aria-label={t('slow')}
      className="flex items-center gap-3 rounded-md border border-warn bg-surface px-3 py-1.5"
    >
      <Hourglass className="icon text-warn" aria-hidden />
      <p>
        <strong className="font-semibold">{t('slow')}</strong>{' '}
        <span className="text-fg-2">{t('slowText', { time: times.zoned(since) })}</span>
      </p>
    </section>
  );
}
