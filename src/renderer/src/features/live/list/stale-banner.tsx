import { CloudOff, RefreshCw } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubStatus } from '../../../../../shared/models/freshness.ts';
import { call } from '../../../bridge/bridge.ts';
import { Button } from '../../../components/button.tsx';
import { timeOfDay } from '../../../components/time.tsx';
import { Ticking } from '../../../lib/ticking.tsx';
import { useLiveWords } from '../model/use-live-words.ts';

/** Whether what is on screen may be behind what is true. */
export function isContactLost(hub: HubStatus | undefined): boolean {
  return hub !== undefined && (hub.state === 'reconnecting' || hub.state === 'offline' || hub.state === 'stopped');
}

interface StaleBannerProps {
  readonly hub: HubStatus;
  readonly timeZone: string | undefined;
}

/** Tells that the list is not live: since when, when the next attempt comes, and lets the operator try now. */
export function StaleBanner({ hub, timeZone }: StaleBannerProps): ReactNode {
  const { t, i18n } = useTranslation('live');
  const words = useLiveWords();
  const [asking, setAsking] = useState(false);
  const { retryAt, since, state, tenant } = hub;
  const heard = hub.lastHeardAt ?? since;
  const retry = useCallback(
    (now: number) =>
      retryAt === undefined || retryAt <= now
        ? t('stale.retrying')
        : t('stale.retryIn', { value: Math.ceil((retryAt - now) / 1000) }),
    [retryAt, t],
  );
  const age = useCallback((now: number) => t('stale.dataIs', { age: words.age(now - heard) }), [t, words, heard]);
  const askNow = () => {
    setAsking(true);
    // The hub tells by its own state whether it worked; a refused request leaves this banner as it is.
    call((api) => api.live.refresh({ tenant }))
      .catch(() => undefined)
      .finally(() => setAsking(false));
  };
  const kind = state === 'stopped' ? 'stopped' : state === 'offline' ? 'offline' : 'reconnecting';
  return (
    <section
      aria-label={t('stale.label')}
      className="mx-4 mb-2 flex items-center gap-3 rounded-md border border-warn bg-surface px-3 py-1.5"
      data-testid="stale-banner"
    >
      <CloudOff className="icon text-warn" aria-hidden />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">
          {t(`stale.${kind}`, { time: timeOfDay(since, i18n.language, timeZone) })}
        </strong>{' '}
        <span className="text-fg-2">
          <Ticking at={age} /> <Ticking at={retry} />
        </span>
      </p>
      <Button onClick={askNow} busy={asking}>
        <RefreshCw className="icon" aria-hidden />
        {t('stale.retryNow')}
      </Button>
    </section>
  );
}
