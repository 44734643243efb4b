import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConversationPlace } from '../../../app/conversation-place.tsx';
import { announce } from '../../../components/announcer.tsx';
import type { TimelineItem } from './timeline.ts';

/**
 * Brings the message that a link asked for into view, once a request, and says so when it is not there.
 * @param show scrolls to the item at an index
 * @returns the key of that item, to mark it.
 */
export function useAskedMessage(items: readonly TimelineItem[], show: (index: number) => void): string | undefined {
  const { t } = useTranslation('tornOff');
  const place = useConversationPlace();
  const message = place?.message;
  const request = message === undefined ? undefined : `${message} ${place?.asked ?? ''}`;
  const done = useRef<string | undefined>(undefined);
  const [key, setKey] = useState<string>();
  const bring = useEffectEvent(() => {
    if (message === undefined || items.length === 0) return;
    done.current = request;
    const wanted = `m:${message}`;
    const index = items.findIndex((item) => item.key === wanted);
    setKey(index < 0 ? undefined : wanted);
    if (index < 0) announce(t('messageMissing'), 'assertive');
    else show(index);
  });
  const loaded = items.length > 0;
  useEffect(() => {
    if (loaded && done.current !== request) bring();
  }, [loaded, request]);
  return key;
}
