import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactDeed } from '../../../../shared/models/contact-deed.ts';
import { HOLD_MS } from '../../../../shared/models/hold.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { TextField } from '../../components/fields.tsx';

interface AskDeedProps {
  readonly deed: ContactDeed;
  readonly count: number;
  /** There are more that pass the filter than one command may name. */
  readonly cut: boolean;
  /** @param at epoch ms; for rescheduling. */
  readonly onDo: (at: number | undefined) => void;
  readonly onClose: () => void;
}

/** Says what will happen to how many, and when nothing is final yet. */
export function AskDeed({ deed, count, cut, onDo, onClose }: AskDeedProps): ReactNode {
  const { t } = useTranslation('contacts');
  const [when, setWhen] = useState('');
  const at = when === '' ? Number.NaN : new Date(when).getTime();
  const needsTime = deed === 'reschedule';
  const reason =
    count === 0
      ? t('bar.nobody')
      : needsTime && (Number.isNaN(at) || at <= Date.now())
        ? t('ask.needsTime')
        : undefined;
  return (
    <Dialog title={t(`ask.${deed}`, { count })} onClose={onClose}>
      <p className="text-fg-2">{t(`means.${deed}`)}</p>
      <p>{t('ask.held', { seconds: HOLD_MS / 1000 })}</p>
      {cut ? <p className="text-warn">{t('ask.cut', { count })}</p> : null}
      {needsTime ? (
        <TextField
          label={t('ask.when')}
          help={t('ask.whenHelp')}
          type="datetime-local"
          value={when}
          onChange={setWhen}
        />
      ) : null}
      <DialogButtons>
        <Button onClick={onClose}>{t('ask.leave')}</Button>
        <Button
          look={deed === 'remove' ? 'danger' : 'primary'}
          disabledReason={reason}
          onClick={() => onDo(needsTime ? at : undefined)}
        >
          {t(`do.${deed}`, { count })}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
