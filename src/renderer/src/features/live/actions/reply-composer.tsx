import { MessageSquareText, SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, lazy, type ReactNode, type RefObject, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { useActions } from '../../../actions/offered.ts';
import { useKeysOf } from '../../../actions/use-action-keys.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { useKeyWords } from '../../../components/key-hint.tsx';
import { MAX_TEXT } from '../model/limits.ts';
import { unfilledIn } from '../replies/placeholders.ts';
import { useInsertion } from '../replies/use-insertion.ts';

const CannedReplies = lazy(() => import('../replies/canned-replies.tsx'));

interface ReplyComposerProps {
  readonly row: ConversationRow;
  readonly tenant: string;
  readonly text: string;
  readonly sendWith: 'enter' | 'mod-enter';
  readonly sending: boolean;
  /** The AI agent is still finishing a message, although the conversation was taken over: a reply now would cross it. */
  readonly aiWriting: boolean;
  readonly disabledReason: string | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onEdit: (text: string) => void;
  readonly onSave: () => void;
  readonly onSend: () => void;
}

/** Whether a key press sends: Enter or Ctrl/Cmd-Enter by preference, never while a character is being composed. */
export function sends(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> & { readonly composing: boolean },
  sendWith: 'enter' | 'mod-enter',
): boolean {
  if (event.key !== 'Enter' || event.composing || event.altKey) return false;
  const mod = event.ctrlKey || event.metaKey;
  return sendWith === 'mod-enter' ? mod : mod || !event.shiftKey;
}

/** Where the operator writes to the customer. Every change is kept as a draft; only a reply that was sent clears it. */
export function ReplyComposer(props: ReplyComposerProps): ReactNode {
  const { text, sendWith, sending, aiWriting, disabledReason, field, onEdit, onSave, onSend, row, tenant } = props;
  const { t } = useTranslation('live');
  const keyWords = useKeyWords();
  const empty = text.trim() === '';
  const unfilled = unfilledIn(text);
  const left = unfilled.length === 0 ? undefined : t('canned.unfilled', { names: unfilled.join(', ') });
  const blocked = disabledReason ?? (empty ? t('reply.empty') : left);
  const reason = blocked ?? (aiWriting ? t('reply.aiWriting') : undefined);
  const note = left ?? (aiWriting ? t('reply.aiWriting') : undefined);
  const insertion = useInsertion({ text, field, onEdit });
  useEffect(() => onSave, [onSave]);
  useActions(() => [
    { id: 'conversation.canned', group: 'conversation', run: insertion.open },
    { id: 'conversation.send', group: 'conversation', disabledReason: reason, run: onSend },
  ]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const composing = event.nativeEvent.isComposing;
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.currentTarget.blur();
    } else if (sends({ ...pick(event), composing }, sendWith)) {
      event.preventDefault();
      if (!sending && reason === undefined) onSend();
      // Enter that does nothing would be taken for a reply that was sent.
      else if (!sending && reason !== undefined) announce(reason, 'assertive');
    }
  };
  return (
    <div className="flex flex-col gap-1.5">
      <textarea
        ref={field}
        value={text}
        rows={3}
        maxLength={MAX_TEXT}
        spellCheck
        lang={row.language}
        aria-label={t('reply.label')}
        placeholder={t('reply.placeholder')}
        onChange={(event) => onEdit(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={insertion.onFocus}
        onBlur={onSave}
        className="max-h-48 min-h-16 w-full resize-none rounded-md border border-control-line bg-bg px-2.5 py-1.5 field-sizing-content placeholder:text-fg-3"
      />
      <div className="flex items-center gap-2">
        {note === undefined ? (
          <span className="min-w-0 flex-1 truncate text-xs text-fg-3">
            {sendWith === 'enter' ? t('reply.hintEnter') : t('reply.hintMod', { keys: keyWords('Mod+Enter') })}
          </span>
        ) : (
          <span role="status" className="min-w-0 flex-1 text-xs text-warn">
            {note}
          </span>
        )}
        <IconButton
          label={t('canned.open')}
          shortcut={useKeysOf('conversation.canned')}
          aria-haspopup="dialog"
          onClick={insertion.open}
        >
          <MessageSquareText className="icon" aria-hidden />
        </IconButton>
        {aiWriting && blocked === undefined && !sending ? (
          <Button onClick={onSend}>{t('reply.sendAnyway')}</Button>
        ) : null}
        <Button
          look="primary"
          busy={sending}
          disabledReason={reason}
          shortcut={sendWith === 'enter' ? 'Enter' : 'Mod+Enter'}
          onClick={onSend}
        >
          <SendHorizontal className="icon" aria-hidden />
          {sending ? t('reply.sending') : t('reply.send')}
        </Button>
      </div>
      {insertion.isOpen ? (
        <Suspense fallback={null}>
          <CannedReplies row={row} tenant={tenant} onInsert={insertion.insert} onClose={insertion.close} />
        </Suspense>
      ) : null}
    </div>
  );
}

function pick({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  return { key, shiftKey, ctrlKey, metaKey, altKey };
}
