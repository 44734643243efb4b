import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import { call } from '../../bridge/bridge.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextArea, TextField } from '../../components/fields.tsx';

interface WrapUpDialogProps {
  readonly tenant: string;
  readonly id: string;
  /** Sends it; resolves with why it was not taken, or with undefined. */
  readonly onWrapUp: (notes: { readonly notes: string; readonly disposition?: string }) => Promise<Failure | undefined>;
  readonly onClose: () => void;
}

/** Notes on what came of a conversation. They are kept as a draft until they were taken. */
export function WrapUpDialog({ tenant, id, onWrapUp, onClose }: WrapUpDialogProps): ReactNode {
  const { t } = useTranslation(['inbox', 'common']);
  const [notes, setNotes] = useState('');
  const [disposition, setDisposition] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const draft = `wrap-up ${id}`;
  useEffect(() => {
    call((api) => api.drafts.get({ tenant, id: draft }))
      .then((text) => setNotes((typed) => (typed === '' ? text : typed)))
      // Without its draft the field is empty, which it says by itself.
      .catch(() => undefined);
  }, [tenant, draft]);
  const keep = (text: string) => {
    setNotes(text);
    call((api) => api.drafts.set({ tenant, id: draft, text })).catch(() => undefined);
  };
  const finish = async () => {
    setBusy(true);
    const named = disposition.trim();
    const refused = await onWrapUp({ notes, ...(named === '' ? {} : { disposition: named }) });
    setBusy(false);
    setFailure(refused);
    if (refused !== undefined) return;
    call((api) => api.drafts.set({ tenant, id: draft, text: '' })).catch(() => undefined);
    onClose();
  };
  return (
    <Dialog title={t('wrapUp')} onClose={onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void finish();
        }}
      >
        <TextArea label={t('notes')} value={notes} onChange={keep} maxLength={5000} rows={5} autoFocus />
        <TextField
          label={t('disposition')}
          help={t('dispositionHelp')}
          value={disposition}
          onChange={setDisposition}
          maxLength={80}
        />
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        <DialogButtons>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" submit busy={busy}>
            {t('finish')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
