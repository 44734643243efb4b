import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../../shared/models/failure.ts';
import type { CannedReply } from '../../../../../shared/models/views.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import * as edit from './edit-replies.ts';
import { ReplyForm } from './reply-form.tsx';
import { useSaveReplies } from './use-replies.ts';

interface ReplyEditorProps {
  readonly tenant: string;
  readonly replies: readonly CannedReply[];
  readonly onClose: () => void;
}

/** Adds, changes and deletes canned replies. Nothing is kept before "Save"; with changes only a button closes it. */
export function ReplyEditor({ tenant, replies, onClose }: ReplyEditorProps): ReactNode {
  const { t } = useTranslation('live');
  // What another window keeps meanwhile must not change what is compared with.
  const [start] = useState(replies);
  const [editing, setEditing] = useState(() => edit.startEditing(replies));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const save = useSaveReplies(tenant);
  const chosen = editing.replies.find(({ id }) => id === editing.chosen);
  const nameOf = ({ title }: CannedReply) => (title.trim() === '' ? t('canned.untitled') : title);
  const wrong = edit.incomplete(editing.replies);
  const same = edit.sameReplies(editing.replies, start);
  const last = editing.deleted.at(-1);

  const keep = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await save(editing.replies.map((reply) => ({ ...reply, title: reply.title.trim() })));
      onClose();
    } catch (thrown) {
      setFailure(failureOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('canned.editTitle')} width="wide" {...(same ? { onClose } : {})}>
      <p className="text-fg-2">{t('canned.means')}</p>
      <div className="grid min-h-0 grid-cols-[11rem_1fr] gap-4">
        <div className="flex min-w-0 flex-col gap-2">
          <ul aria-label={t('canned.list')} className="max-h-72 overflow-auto rounded-md border border-line p-1">
            {editing.replies.map((reply) => (
              <li key={reply.id}>
                <button
                  type="button"
                  aria-current={reply.id === editing.chosen}
                  onClick={() => setEditing({ ...editing, chosen: reply.id })}
                  className="block w-full truncate rounded-md px-2 py-1 text-left hover:bg-hover aria-[current=true]:bg-selected"
                >
                  {nameOf(reply)}
                </button>
              </li>
            ))}
          </ul>
          <Button
            disabledReason={editing.replies.length >= edit.MAX_REPLIES ? t('canned.full') : undefined}
            onClick={() => setEditing(edit.added(editing, crypto.randomUUID()))}
          >
            <Plus className="icon" aria-hidden />
            {t('canned.add')}
          </Button>
        </div>
        {chosen === undefined ? (
          <p className="text-fg-2">{t('canned.none')}</p>
        ) : (
          <ReplyForm
            key={chosen.id}
            reply={chosen}
            onChange={(patch) => setEditing(edit.changed(editing, patch))}
            onDelete={() => setEditing(edit.withoutChosen(editing))}
          />
        )}
      </div>
      <div role="status" className="flex items-center gap-2 text-fg-2">
        {last === undefined ? null : (
          <>
            <span className="min-w-0 truncate">{t('canned.deleted', { name: nameOf(last.reply) })}</span>
            <Button look="quiet" onClick={() => setEditing(edit.undone(editing))}>
              {t('canned.undo')}
            </Button>
          </>
        )}
      </div>
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <DialogButtons>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          look="primary"
          busy={busy}
          disabledReason={
            wrong === undefined
              ? same
                ? t('canned.nothingChanged')
                : undefined
              : t('canned.incomplete', { name: nameOf(wrong) })
          }
          onClick={() => void keep()}
        >
          {t('canned.save')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
