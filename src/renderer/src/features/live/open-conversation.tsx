import { type ReactNode, useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Conversation, ConversationRow } from '../../../../shared/models/conversation.ts';
import { useActions } from '../../actions/offered.ts';
import { bridge } from '../../bridge/bridge.ts';
import type { RowStore } from '../../lib/row-store.ts';
import { DetailPanel } from './detail/detail-panel.tsx';
import { useTranscript } from './detail/use-transcript.ts';
import { deskFor } from './model/desks.ts';
import type { ServerClock } from './model/server-clock.ts';

interface OpenConversationProps {
  readonly id: string;
  readonly tenant: string;
  readonly me: string;
  /** Where the list's row is looked up until the transcript brings its own. */
  readonly data: { readonly rows: Pick<RowStore<ConversationRow>, 'get' | 'subscribeRow'> };
  readonly clock: ServerClock;
  readonly timeZone: string | undefined;
  readonly takesFocus: boolean;
  /** It takes the place of another one: the list has made room already. */
  readonly hasRoom?: boolean;
  /** All rows of the list, where there is one: the contact's other sessions are looked for in it. */
  readonly others?: Pick<RowStore<ConversationRow>, 'values'>;
  readonly onOpenOther?: (id: string) => void;
  readonly onClose: () => void;
  /** It has the whole window. */
  readonly fills?: boolean;
  /** Whether it is kept on top of the list, and what changes that; where there is a list. */
  readonly pinned?: boolean;
  readonly onPin?: () => void;
}

/** The open conversation: its stream, its draft and commands, and the keys that act on it. */
export function OpenConversation(props: OpenConversationProps): ReactNode {
  const { id, tenant, me, data } = props;
  const feed = useTranscript(tenant, id);
  const subscribe = useCallback((changed: () => void) => data.rows.subscribeRow(id, changed), [data, id]);
  const listed = useSyncExternalStore(subscribe, () => data.rows.get(id));
  const replyField = useRef<HTMLTextAreaElement>(null);
  const desk = useMemo(() => deskFor(bridge(), tenant, me), [tenant, me]);
  const { store } = feed;

  const onAnswer = useCallback(
    (conversation: Conversation) => {
      if (conversation.id !== id) return;
      const seenAt = Date.now();
      // What an answer tells has nothing to do with what is still on its way.
      const { earlier } = store.get();
      store.apply({
        kind: 'patch',
        ...(earlier === undefined ? {} : { earlier }),
        conversation: { ...conversation, seenAt },
        messages: [],
        functionCalls: [],
        transitions: [],
        seenAt,
      });
    },
    [store, id],
  );
  useEffect(() => desk.onAnswer(onAnswer), [desk, onAnswer]);
  useActions(() => [{ id: 'conversation.close', group: 'conversation', run: props.onClose }]);

  return (
    <DetailPanel
      tenant={tenant}
      me={me}
      feed={feed}
      listed={listed}
      desk={desk}
      clock={props.clock}
      timeZone={props.timeZone}
      replyField={replyField}
      takesFocus={props.takesFocus}
      hasRoom={props.hasRoom}
      others={props.others}
      onOpenOther={props.onOpenOther}
      onClose={props.onClose}
      fills={props.fills}
      pinned={props.pinned}
      onPin={props.onPin}
    />
  );
}
