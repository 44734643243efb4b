import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConversationPlace } from '../../../app/conversation-place.tsx';
import { announce } from '../../../components/announcer.tsx';
import type { TimelineItem } from './timeline.ts';

/**
 * Brings the message that a link asked for into view, once a request, and says so when it is not there.
 * @param whole false while earlier items are still on their way: what is not there yet may come
 * @param show scrolls to the item at an index
 * @returns the key of that item, to mark it.
 */
export function useAskedMessage(
  items: readonly TimelineItem[],
  whole: boolean,
  show: (index: number) => void,
): string | undefined {
  const { t } = useTranslation('tornOff');
  const place = useConversationPlace();
  const message = place?.message;
  const request = message === undefined ? undefined : `${message} ${place?.asked ?? ''}`;
  const done = useRef<string | undefined>(undefined);
  const [key, setKey] = useState<string>();
  const bring = useEffectEvent(() => {
    if (message === undefined || items.length === 0) return;
    const wanted = `m:${message}`;
    const index = items.findIndex((item) => item.key === wanted);
    if (index < 0 && !whole) return;
    done.current = request;
    setKey(index < 0 ? undefined : wanted);
    if (index < 0) announce(t('messageMissing'), 'assertive');
    else show(index);
  });
  const loaded = items.length > 0;
  // Until all are here each batch may bring it; afterwards it is only looked for when it is asked for.
  const looked = whole ? 0 : items.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `whole` and `looked` are when to look again
  useEffect(() => {
    if (loaded && done.current !== request) bring();
  }, [loaded, request, whole, looked]);
  return key;
}
