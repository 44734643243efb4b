import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubStatus } from '../../../../../shared/models/freshness.ts';
import { announce } from '../../../components/announcer.tsx';
import type { TallyStore } from '../../../lib/tally.ts';
import { isContactLost } from './stale-banner.tsx';

/** Tells assistive technology what a glance would: more critical, more waiting, contact lost or back. Throttled by the announcer. */
export function useAnnouncements(tally: TallyStore, hub: HubStatus | undefined): void {
  const { t } = useTranslation('live');
  useEffect(() => {
    let before: { readonly critical: number; readonly waiting: number } | undefined;
    return tally.subscribe(() => {
      const counts = tally.get();
      const now = { critical: counts.of('risk:4'), waiting: counts.of('waiting') };
      if (before !== undefined && now.critical > before.critical)
        announce(t('announce.critical', { count: now.critical }));
      if (before !== undefined && now.waiting > before.waiting) announce(t('announce.waiting', { count: now.waiting }));
      before = now;
    });
  }, [tally, t]);

  const lost = isContactLost(hub);
  const wasLost = useRef(lost);
  useEffect(() => {
    if (wasLost.current === lost) return;
    wasLost.current = lost;
    announce(t(lost ? 'announce.lost' : 'announce.back'));
  }, [lost, t]);
}
