import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConversationPlace } from '../../../app/conversation-place.tsx';
import { announce } from '../../../components/announcer.tsx';
import type { TimelineItem } from './timeline.ts';

/** A message to bring into view; `asked` differs for each request. */
export interface AskedMessage {
  readonly message: string;
  readonly asked: number;
}

/**
 * Brings the message that a link, or `own`, asked for into view, once a request, and says so when it is not there.
 * @param own what was asked for in this window, such as by a press in the chart; the later of both counts.
 * @param whole false while earlier items are still on their way: what is not there yet may come
 * @param show scrolls to the item at an index
 * @returns the key of that item, to mark it.
 */
export function useAskedMessage(
  items: readonly TimelineItem[],
  own: AskedMessage | undefined,
  whole: boolean,
  show: (index: number) => void,
): string | undefined {
  const { t } = useTranslation('tornOff');
  const place = useConversationPlace();
  const linked = place?.message === undefined ? undefined : `${place.message} ${place.asked ?? ''}`;
  const mine = own === undefined ? undefined : `${own.message} own ${own.asked}`;
  const newest = useNewer(linked, mine);
  const message = newest === 'own' ? own?.message : place?.message;
  const request = newest === 'own' ? mine : linked;
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

/** Which of two requests came last. */
function useNewer(linked: string | undefined, own: string | undefined): 'linked' | 'own' {
  const [held, setHeld] = useState<{ linked: string | undefined; own: string | undefined; newer: 'linked' | 'own' }>({
    linked,
    own,
    newer: 'linked',
  });
  if (held.linked === linked && held.own === own) return held.newer;
  const newer = held.own === own ? 'linked' : 'own';
  setHeld({ linked, own, newer });
  return newer;
}
