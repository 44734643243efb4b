import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { Select, TextArea } from '../../../components/fields.tsx';

const REASONS = ['wrong-advice', 'rude', 'privacy', 'technical', 'other'] as const;

/** Asks why a conversation is reported. */
export function ReportDialog(props: {
  readonly onReport: (reason: string, note: string | undefined) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['conversations', 'common']);
  const [reason, setReason] = useState<(typeof REASONS)[number]>('wrong-advice');
  const [note, setNote] = useState('');
  return (
    <Dialog title={t('report')} onClose={props.onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          props.onReport(t(`reasons.${reason}`), note.trim() === '' ? undefined : note.trim());
          props.onClose();
        }}
      >
        <p className="text-fg-2">{t('reportIntro')}</p>
        <Select
          label={t('reason')}
          value={reason}
          onChange={setReason}
          options={REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
        <TextArea label={t('note')} value={note} onChange={setNote} maxLength={2000} />
        <DialogButtons>
          <Button onClick={props.onClose}>{t('common:cancel')}</Button>
          <Button look="primary" submit>
            {t('report')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
