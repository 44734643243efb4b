import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { Button } from '../../../components/button.tsx';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Select, TextArea } from '../../../components/fields.tsx';

const REASONS = ['wrong-advice', 'rude', 'privacy', 'technical', 'other'] as const;

/** Asks why a conversation is reported. */
export function ReportDialog(props: {
  /** Why it was not taken; undefined when it was. */
  readonly onReport: (reason: string, note: string | undefined) => Promise<Failure | undefined>;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation(['conversations', 'common']);
  const [reason, setReason] = useState<(typeof REASONS)[number]>('wrong-advice');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const report = async () => {
    setBusy(true);
    const refusal = await props.onReport(t(`reasons.${reason}`), note.trim() === '' ? undefined : note.trim());
    setBusy(false);
    // What was written stays until it was taken.
    if (refusal === undefined) props.onClose();
    else setFailure(refusal);
  };
  return (
    <Dialog title={t('report')} onClose={props.onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void report();
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
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        <DialogButtons>
          <Button onClick={props.onClose}>{t('common:cancel')}</Button>
          <Button look="primary" submit busy={busy}>
            {t('report')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
