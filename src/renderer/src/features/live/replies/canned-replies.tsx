import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { usePreferences } from '../../../app/session-context.tsx';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Loading, Skeleton } from '../../../components/states.tsx';
import { replyLanguage } from './choices.ts';
import { fillIn } from './placeholders.ts';
import { ReplyEditor } from './reply-editor.tsx';
import { ReplyPicker } from './reply-picker.tsx';
import { repliesQuery, useReplyValues } from './use-replies.ts';

interface CannedRepliesProps {
  readonly row: ConversationRow;
  readonly tenant: string;
  /** Takes the text to insert, filled in; tells whether there was room for it. */
  readonly onInsert: (text: string) => boolean;
  readonly onClose: () => void;
}

/** Chooses a canned reply for the open conversation, or changes what there is to choose from. */
export default function CannedReplies({ row, tenant, onInsert, onClose }: CannedRepliesProps): ReactNode {
  const { t } = useTranslation('live');
  const { language } = usePreferences();
  const replies = useQuery(repliesQuery(tenant));
  const values = useReplyValues(row, tenant);
  const [editing, setEditing] = useState(false);
  const [tooLong, setTooLong] = useState(false);
  if (editing && replies.data !== undefined)
    return <ReplyEditor tenant={tenant} replies={replies.data} onClose={() => setEditing(false)} />;
  return (
    <Dialog title={t('canned.title')} onClose={onClose} width="wide">
      {replies.isPending ? (
        <Loading>
          <Skeleton className="h-32 w-full" />
        </Loading>
      ) : null}
      {replies.error === null ? null : <ErrorPanel failure={failureOf(replies.error)} />}
      {replies.data === undefined ? null : (
        <ReplyPicker
          replies={replies.data}
          first={replyLanguage(row.language, language)}
          filled={(text) => fillIn(text, values)}
          onChoose={(text) => setTooLong(!onInsert(text))}
        />
      )}
      {tooLong ? (
        <p role="alert" className="text-danger">
          {t('canned.tooLong')}
        </p>
      ) : null}
      <DialogButtons>
        <span className="min-w-0 flex-1 self-center text-xs text-fg-3">{t('canned.hint')}</span>
        {replies.data === undefined ? null : <Button onClick={() => setEditing(true)}>{t('canned.edit')}</Button>}
        <Button onClick={onClose}>{t('cancel')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
