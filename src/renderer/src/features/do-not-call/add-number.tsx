import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../bridge/bridge.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/fields.tsx';
import { useOneAct } from '../../components/use-one-act.ts';
import { asE164 } from './read-numbers.ts';

interface AddNumberProps {
  readonly tenant: string;
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

/** Puts one number on the do-not-call list. */
export function AddNumber({ tenant, onClose, onAdded }: AddNumberProps): ReactNode {
  const { t } = useTranslation('doNotCall');
  const [phone, setPhone] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const number = asE164(phone);
  const expiresAt = until === '' ? undefined : new Date(`${until}T23:59:59`).getTime();
  const { busy, failure, run } = useOneAct(
    () =>
      call((api) =>
        api.doNotCall.add({
          tenant,
          phone: number ?? '',
          ...(reason.trim() !== '' && { reason: reason.trim() }),
          ...(expiresAt !== undefined && { expiresAt }),
        }),
      ),
    () => {
      announce(t('add.done'));
      onAdded();
      onClose();
    },
  );
  return (
    <Dialog title={t('add.title')} onClose={onClose}>
      <p className="text-fg-2">{t('add.intro')}</p>
      <TextField
        label={t('column.phone')}
        help={t('add.phoneHelp')}
        value={phone}
        onChange={setPhone}
        inputMode="tel"
      />
      <TextField label={t('column.reason')} value={reason} onChange={setReason} maxLength={500} />
      <TextField label={t('add.until')} help={t('add.untilHelp')} type="date" value={until} onChange={setUntil} />
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <DialogButtons>
        <Button onClick={onClose}>{t('leave')}</Button>
        <Button
          look="primary"
          busy={busy}
          disabledReason={number === undefined ? t('add.notE164') : undefined}
          onClick={() => void run()}
        >
          {t('add.do')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
