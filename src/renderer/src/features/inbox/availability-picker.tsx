import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AVAILABILITIES, type Availability, type Inbox } from '../../../../shared/models/inbox.ts';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { Select } from '../../components/fields.tsx';

interface AvailabilityPickerProps {
  readonly inbox: Inbox | undefined;
  readonly busy: boolean;
  readonly missing: boolean;
  readonly onChange: (availability: Availability) => void;
}

/** Available, busy or offline; before leaving it says what becomes of the conversations in hand. */
export function AvailabilityPicker({ inbox, busy, missing, onChange }: AvailabilityPickerProps): ReactNode {
  const { t } = useTranslation('inbox');
  const [asked, setAsked] = useState<Availability>();
  const now = inbox?.me?.availability;
  const known = AVAILABILITIES.find((one) => one === now);
  const choose = (next: Availability) => {
    if (next === now) return;
    if (next !== 'available' && (inbox?.assigned.length ?? 0) > 0) setAsked(next);
    else onChange(next);
  };
  return (
    <div className="w-40">
      <Select
        label={t('availability')}
        labelHidden
        disabled={busy || missing || inbox === undefined}
        value={known ?? 'disconnected'}
        onChange={(next) => {
          if (next !== 'disconnected') choose(next);
        }}
        options={[
          ...(known === undefined ? [{ value: 'disconnected' as const, label: t('states.disconnected') }] : []),
          ...AVAILABILITIES.map((value) => ({ value, label: t(`states.${value}`) })),
        ]}
      />
      {asked === undefined || inbox === undefined ? null : (
        <ConfirmDialog
          title={t('leave', { state: t(`states.${asked}`) })}
          action={t('leave', { state: t(`states.${asked}`) })}
          onConfirm={() => onChange(asked)}
          onClose={() => setAsked(undefined)}
        >
          <Consequences inbox={inbox} />
        </ConfirmDialog>
      )}
    </div>
  );
}

/** What becomes of each conversation in hand when the operator leaves, counted. */
function Consequences({ inbox }: { readonly inbox: Inbox }): ReactNode {
  const { t } = useTranslation('inbox');
  const routed = inbox.assigned.filter(({ routedBy }) => routedBy === 'skill');
  const counts = {
    goBack: routed.filter(({ state }) => state === 'open').length,
    stopRinging: routed.filter(({ state }) => state === 'ringing').length,
    stay: inbox.assigned.filter(({ routedBy, state }) => routedBy !== 'skill' && state !== 'wrap-up').length,
    toWrapUp: inbox.assigned.filter(({ state }) => state === 'wrap-up').length,
  };
  return (
    <ul className="flex list-disc flex-col gap-1 ps-4">
      <li>{t('nothingNew')}</li>
      {counts.goBack === 0 ? null : <li>{t('goBack', { count: counts.goBack })}</li>}
      {counts.stopRinging === 0 ? null : <li>{t('stopRinging', { count: counts.stopRinging })}</li>}
      {counts.stay === 0 ? null : <li>{t('stay', { count: counts.stay })}</li>}
      {counts.toWrapUp === 0 ? null : <li>{t('toWrapUp', { count: counts.toWrapUp })}</li>}
    </ul>
  );
}
