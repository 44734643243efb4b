import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { HubStatus } from '../../../../../shared/models/freshness.ts';
import { announce } from '../../../components/announcer.tsx';
import type { RowStore } from '../../../lib/row-store.ts';
import { createDigester } from '../model/digest.ts';
import { isContactLost } from './stale-banner.tsx';

/**
 * Tells assistive technology what a glance would: a digest of what is new ("3 new, 1 high risk"), at most every so many
 * seconds and only when there is something to tell; and at once when contact is lost or back.
 * @param seconds between two digests; 0: none
 */
export function useAnnouncements(
  rows: Pick<RowStore<ConversationRow>, 'values'>,
  loaded: boolean,
  hub: HubStatus | undefined,
  seconds: number,
): void {
  const { t } = useTranslation('live');
  useEffect(() => {
    if (!loaded || seconds === 0) return undefined;
    const look = createDigester();
    look(rows.values());
    const timer = setInterval(() => {
      const { fresh, high, waiting } = look(rows.values());
      const parts = [
        ...(fresh === 0 ? [] : [t('digest.fresh', { count: fresh })]),
        ...(high === 0 ? [] : [t('digest.high', { count: high })]),
        ...(waiting === 0 ? [] : [t('digest.waiting', { count: waiting })]),
      ];
      if (parts.length > 0) announce(parts.join(', '));
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [rows, loaded, seconds, t]);

  const lost = isContactLost(hub);
  const wasLost = useRef(lost);
  useEffect(() => {
    if (wasLost.current === lost) return;
    wasLost.current = lost;
    announce(t(lost ? 'announce.lost' : 'announce.back'), lost ? 'assertive' : 'polite');
  }, [lost, t]);
}
