import type { RefObject } from 'react';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { RowStore } from '../../../lib/row-store.ts';
import type { Desk } from '../model/desk.ts';
import type { ServerClock } from '../model/server-clock.ts';
import type { ShownTranscript } from './use-transcript.ts';

/** What the panel of an open conversation is given. */
export interface DetailPanelProps {
  readonly tenant: string;
  readonly me: string;
  readonly feed: ShownTranscript;
  /** The list's row, until the transcript brings its own. */
  readonly listed: ConversationRow | undefined;
  readonly desk: Desk;
  readonly clock: ServerClock;
  readonly timeZone: string | undefined;
  readonly replyField: RefObject<HTMLTextAreaElement | null>;
  /** Focus goes into the panel when it was opened by a key. */
  readonly takesFocus: boolean;
  /** The list has made room for it already; counts when it is first drawn. */
  readonly hasRoom?: boolean | undefined;
  readonly others?: Pick<RowStore<ConversationRow>, 'values'> | undefined;
  readonly onOpenOther?: ((id: string) => void) | undefined;
  readonly onClose: () => void;
  /** It has the whole window: there is no list to leave room for. */
  readonly fills?: boolean | undefined;
  readonly pinned?: boolean | undefined;
  readonly onPin?: (() => void) | undefined;
}
