import { type ReactNode, type RefObject, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { HOLD_MS } from '../../../../../shared/models/hold.ts';
import type { Message } from '../../../../../shared/models/transcript.ts';
import { useKeysOf } from '../../../actions/use-action-keys.ts';
import { usePreferences } from '../../../app/session-context.tsx';
import { useMask } from '../../../app/use-mask.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/dialog.tsx';
import { isMine } from '../model/availability.ts';
import type { Desk, Order } from '../model/desk.ts';
import { knownWord } from '../model/known-words.ts';
import { HandBackDialog } from './hand-back-dialog.tsx';
import { KeptText } from './kept-text.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { ReplyComposer } from './reply-composer.tsx';
import { RunningLine } from './running-line.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { UnavailableLine } from './unavailable-line.tsx';
import { useBlockedWords } from './use-actions.ts';
import { useConversationActions } from './use-conversation-actions.ts';

interface ActionBarProps {
  readonly row: ConversationRow;
  readonly messages: readonly Message[];
  readonly tenant: string;
  readonly me: string;
  readonly desk: Desk;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** False while other things are drawn first: keys do already what the buttons will. */
  readonly drawn: boolean;
}

type Asking = 'handBack' | 'transfer' | 'complete';

const BAR = 'border-t border-line bg-surface';

/** What can be done with the open conversation, and what became of the last thing done. */
export function ActionBar({ row, messages, tenant, me, desk, field, drawn }: ActionBarProps): ReactNode {
  const { t } = useTranslation('live');
  const { id } = row;
  const { preferences } = usePreferences();
  const subscribe = useCallback((changed: () => void) => desk.subscribe(id, changed), [desk, id]);
  const { command, text } = useSyncExternalStore(subscribe, () => desk.get(id));
  const [asking, setAsking] = useState<Asking>();
  const blocked = useBlockedWords(row, me);
  const mine = isMine(row, me);
  const shown = useMask().contact(row.contact.display);
  const running = command.phase === 'running' ? command.action : undefined;
  const voice = knownWord('platform', row.platform) === 'voice';

  useEffect(() => desk.open(id), [desk, id]);
  useEffect(() => desk.observe(row, messages), [desk, row, messages]);
  const saveDraft = useCallback(() => desk.save(id), [desk, id]);

  const act = (order: Order) => {
    setAsking(undefined);
    const from = document.activeElement;
    void desk.act(row, order).then((outcome) => {
      if (outcome !== 'done') return;
      announce(t(`done.${order.action}`));
      // Who went elsewhere meanwhile stays there: what is typed next must not land in what the customer is told.
      const { activeElement, body } = document;
      const stayed = activeElement === from || (activeElement === body && from?.isConnected === false);
      if (stayed && (order.action === 'takeOver' || order.action === 'reply')) field.current?.focus();
    });
  };
  const hasField = mine || (text !== '' && !row.ended);
  useConversationActions({
    blocked,
    onTakeOver: () => act({ action: 'takeOver' }),
    onReply: hasField ? () => field.current?.focus() : undefined,
    onAsk: setAsking,
    onCheck: command.phase === 'unknown' ? () => void desk.check(id) : undefined,
  });
  const keys = {
    takeOver: useKeysOf('conversation.takeOver'),
    handBack: useKeysOf('conversation.handBack'),
    transfer: useKeysOf('conversation.transfer'),
    complete: useKeysOf('conversation.complete'),
  };
  // As high as it mostly will be.
  if (!drawn) return <div aria-hidden className={`flex-none ${BAR} ${hasField ? 'h-[200px]' : 'h-[79px]'}`} />;
  return (
    <div className={`flex flex-col gap-2 px-4 py-3 ${BAR}`} data-testid="action-bar">
      <OutcomeNotice state={command} onCheck={() => void desk.check(id)} onDismiss={() => desk.dismiss(id)} />
      {hasField ? (
        <ReplyComposer
          row={row}
          tenant={tenant}
          text={text}
          sendWith={preferences.sendWith}
          sending={running === 'reply'}
          aiWriting={mine && row.aiState === 'composing'}
          disabledReason={blocked('reply')}
          field={field}
          onEdit={(next) => desk.edit(id, next)}
          onSave={saveDraft}
          onSend={() => act({ action: 'reply' })}
        />
      ) : null}
      {row.ended && text.trim() !== '' ? <KeptText text={text} onDiscard={() => desk.edit(id, '')} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        {mine ? (
          <Button
            shortcut={keys.handBack}
            busy={running === 'handBack'}
            disabledReason={blocked('handBack')}
            onClick={() => setAsking('handBack')}
          >
            {t('action.handBack')}
          </Button>
        ) : (
          <Button
            look="primary"
            shortcut={keys.takeOver}
            busy={running === 'takeOver'}
            disabledReason={blocked('takeOver')}
            onClick={() => act({ action: 'takeOver' })}
          >
            {running === 'takeOver' ? t('action.takingOver') : t('action.takeOver')}
          </Button>
        )}
        <Button
          shortcut={keys.transfer}
          busy={running === 'transfer'}
          disabledReason={blocked('transfer')}
          onClick={() => setAsking('transfer')}
        >
          {t('action.transfer')}
        </Button>
        {mine ? (
          <Button
            look="danger"
            shortcut={keys.complete}
            busy={running === 'complete'}
            disabledReason={blocked('complete')}
            onClick={() => setAsking('complete')}
          >
            {t('action.complete')}
          </Button>
        ) : null}
        {voice && !mine ? <Button disabledReason={t('blocked.listenIn')}>{t('action.listenIn')}</Button> : null}
      </div>
      {row.ended ? null : <UnavailableLine voice={voice && !mine} />}
      <RunningLine row={row} me={me} blocked={mine ? undefined : blocked('takeOver')} />
      {asking === 'handBack' ? (
        <HandBackDialog
          hasDraft={text.trim() !== ''}
          onHandBack={(note) => act({ action: 'handBack', note })}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
      {asking === 'transfer' ? (
        <TransferDialog
          tenant={tenant}
          contactShown={shown}
          onTransfer={(internalContactId, note) => act({ action: 'transfer', internalContactId, note })}
          onClose={() => setAsking(undefined)}
        />
      ) : null}
      {asking === 'complete' ? (
        <ConfirmDialog
          title={t('complete.title')}
          action={t('complete.action')}
          look="danger"
          onConfirm={() => act({ action: 'complete' })}
          onClose={() => setAsking(undefined)}
        >
          {t('complete.means', { contact: shown, seconds: HOLD_MS / 1000 })}
          {text.trim() === '' ? null : <p className="mt-2 text-warn">{t('complete.draft')}</p>}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
