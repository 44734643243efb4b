import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { TextArea } from '../../../components/fields.tsx';
import { MAX_TEXT } from '../model/limits.ts';

interface HandBackDialogProps {
  /** True when there is unsent text, which the operator should know of. */
  readonly hasDraft: boolean;
  readonly onHandBack: (note: string) => void;
  readonly onClose: () => void;
}

/** Gives the conversation back to the AI agent, with a note if the operator wants. */
export function HandBackDialog({ hasDraft, onHandBack, onClose }: HandBackDialogProps): ReactNode {
  const { t } = useTranslation('live');
  const [note, setNote] = useState('');
  return (
    <Dialog title={t('handBack.title')} onClose={onClose}>
      <p className="text-fg-2">{t('handBack.means')}</p>
      {hasDraft ? <p className="text-warn">{t('handBack.draft')}</p> : null}
      <TextArea label={t('handBack.note')} value={note} onChange={setNote} maxLength={MAX_TEXT} spellCheck autoFocus />
      <DialogButtons>
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="primary" onClick={() => onHandBack(note)}>
          {t('handBack.action')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
