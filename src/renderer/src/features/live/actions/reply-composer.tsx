import { SendHorizontal } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { keyWords } from '../../../components/key-hint.tsx';
import { MAX_TEXT } from '../model/limits.ts';

interface ReplyComposerProps {
  readonly text: string;
  readonly sendWith: 'enter' | 'mod-enter';
  readonly sending: boolean;
  readonly disabledReason: string | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onEdit: (text: string) => void;
  readonly onSave: () => void;
  readonly onSend: () => void;
  readonly language: string | undefined;
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
  const { text, sendWith, sending, disabledReason, field, onEdit, onSave, onSend, language } = props;
  const { t } = useTranslation('live');
  const empty = text.trim() === '';
  const reason = disabledReason ?? (empty ? t('reply.empty') : undefined);
  useEffect(() => onSave, [onSave]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const composing = event.nativeEvent.isComposing;
    if (event.key === 'Escape') {
      event.stopPropagation();
      event.currentTarget.blur();
    } else if (sends({ ...pick(event), composing }, sendWith)) {
      event.preventDefault();
      if (!sending && reason === undefined) onSend();
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
        lang={language}
        aria-label={t('reply.label')}
        placeholder={t('reply.placeholder')}
        onChange={(event) => onEdit(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onSave}
        className="max-h-48 min-h-16 w-full resize-none rounded-md border border-control-line bg-bg px-2.5 py-1.5 field-sizing-content placeholder:text-fg-3"
      />
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate text-xs text-fg-3">
          {sendWith === 'enter' ? t('reply.hintEnter') : t('reply.hintMod', { keys: keyWords('Mod+Enter') })}
        </span>
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
    </div>
  );
}

function pick({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  return { key, shiftKey, ctrlKey, metaKey, altKey };
}
