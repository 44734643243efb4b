import { useActions } from '../../../actions/offered.ts';
import type { Action } from '../model/availability.ts';

interface ConversationDeeds {
  readonly blocked: (action: Action) => string | undefined;
  readonly onTakeOver: () => void;
  /** Undefined while there is no field to write in. */
  readonly onReply: (() => void) | undefined;
  readonly onAsk: (action: 'handBack' | 'transfer' | 'complete') => void;
  /** Looks again what became of an unknown outcome; undefined while there is none. */
  readonly onCheck: (() => void) | undefined;
}

/** Offers what can be done with the open conversation; what cannot be done now says why. */
export function useConversationActions({ blocked, onTakeOver, onReply, onAsk, onCheck }: ConversationDeeds): void {
  const group = 'conversation';
  useActions(() => [
    { id: 'conversation.takeOver', group, disabledReason: blocked('takeOver'), run: onTakeOver },
    onReply === undefined
      ? { id: 'conversation.reply', group, disabledReason: blocked('reply'), run: () => undefined }
      : { id: 'conversation.reply', group, run: onReply },
    { id: 'conversation.handBack', group, disabledReason: blocked('handBack'), run: () => onAsk('handBack') },
    { id: 'conversation.transfer', group, disabledReason: blocked('transfer'), run: () => onAsk('transfer') },
    { id: 'conversation.complete', group, disabledReason: blocked('complete'), run: () => onAsk('complete') },
    ...(onCheck === undefined ? [] : [{ id: 'conversation.check', group, run: onCheck } as const]),
  ]);
}
