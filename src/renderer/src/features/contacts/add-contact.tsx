import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../bridge/bridge.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { TextField } from '../../components/fields.tsx';
import { useOneAct } from '../../components/use-one-act.ts';

interface AddContactProps {
  readonly tenant: string;
  readonly campaign: { readonly id: string; readonly name: string };
  /** Variables that the campaign needs of every contact. */
  readonly variables: readonly string[];
  readonly onClose: () => void;
  readonly onAdded: () => void;
}

const E164 = /^\+[1-9]\d{5,14}$/;

/** Adds one contact, also to a campaign that is running: it may be called at once. */
export function AddContact({ tenant, campaign, variables, onClose, onAdded }: AddContactProps): ReactNode {
  const { t } = useTranslation('contacts');
  const [phone, setPhone] = useState('');
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [zone, setZone] = useState('');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const number = phone.replaceAll(/[\s().-]/g, '');
  const missing = variables.filter((name) => (values[name] ?? '').trim() === '');
  const reason = E164.test(number)
    ? missing.length === 0
      ? undefined
      : t('add.missing', { names: missing.join(', ') })
    : t('add.notE164');
  const contact = {
    phone: number,
    ...(first.trim() !== '' && { firstName: first.trim() }),
    ...(last.trim() !== '' && { lastName: last.trim() }),
    ...(zone.trim() !== '' && { timeZone: zone.trim() }),
    ...(variables.length > 0 && { variables: { ...values } }),
  };
  const { busy, failure, run } = useOneAct(
    () => call((api) => api.contacts.add({ tenant, campaign, contact })),
    () => {
      announce(t('add.done'));
      onAdded();
      onClose();
    },
  );
  return (
    <Dialog title={t('add.title', { name: campaign.name })} onClose={onClose}>
      <p className="text-fg-2">{t('add.intro')}</p>
      <TextField
        label={t('column.phone')}
        help={t('add.phoneHelp')}
        value={phone}
        onChange={setPhone}
        inputMode="tel"
      />
      <div className="grid grid-cols-2 gap-3">
        <TextField label={t('column.firstName')} value={first} onChange={setFirst} maxLength={200} />
        <TextField label={t('column.lastName')} value={last} onChange={setLast} maxLength={200} />
      </div>
      <TextField label={t('column.zone')} help={t('add.zoneHelp')} value={zone} onChange={setZone} maxLength={64} />
      {variables.map((name) => (
        <TextField
          key={name}
          label={name}
          value={values[name] ?? ''}
          onChange={(value) => setValues({ ...values, [name]: value })}
          maxLength={2_000}
        />
      ))}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      <DialogButtons>
        <Button onClick={onClose}>{t('ask.leave')}</Button>
        <Button look="primary" busy={busy} disabledReason={reason} onClick={() => void run()}>
          {t('add.do')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
