import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AVAILABILITIES, type Availability, type Inbox } from '../../../../shared/models/inbox.ts';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { Select } from '../../components/fields.tsx';

interface AvailabilityPickerProps {
  readonly inbox: Inbox | undefined;
  readonly busy: boolean;
  readonly onChange: (availability: Availability) => void;
}

/** Available, busy or offline; before leaving it says what becomes of the conversations in hand. */
export function AvailabilityPicker({ inbox, busy, onChange }: AvailabilityPickerProps): ReactNode {
  const { t } = useTranslation('inbox');
  const [asked, setAsked] = useState<Availability>();
  const now = inbox?.me?.availability;
  const open = inbox?.assigned.filter(({ state }) => state === 'open') ?? [];
  const routed = open.filter(({ routedBy }) => routedBy === 'skill').length;
  const own = open.length - routed;
  const known = AVAILABILITIES.find((one) => one === now);
  const choose = (next: Availability) => {
    if (next === now) return;
    if (next !== 'available' && open.length > 0) setAsked(next);
    else onChange(next);
  };
  return (
    <div className="w-40">
      <Select
        label={t('availability')}
        labelHidden
        disabled={busy || inbox === undefined}
        value={known ?? 'disconnected'}
        onChange={(next) => {
          if (next !== 'disconnected') choose(next);
        }}
        options={[
          ...(known === undefined ? [{ value: 'disconnected' as const, label: t('states.disconnected') }] : []),
          ...AVAILABILITIES.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
      />
      {asked === undefined ? null : (
        <ConfirmDialog
          title={t('leave', { state: t(`states.${asked}`) })}
          action={t('leave', { state: t(`states.${asked}`) })}
          onConfirm={() => onChange(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>{t('goBack', { count: routed })}</p>
          <p>{t('stay', { count: own })}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
