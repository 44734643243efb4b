import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { WEEKDAYS } from '../../../../shared/models/campaign.ts';
import { ClockChanges } from '../../components/clock-changes.tsx';
import { Clocks } from '../../components/clocks.tsx';
import { TextArea, TextField } from '../../components/fields.tsx';
import type { FieldProps } from './field-props.ts';
import { localMs } from './form.ts';

/** When contacts are called: span, days and window, all by the contact's own clock but for the span. */
export function ScheduleFields({ form, change, locked, error, tenantZone }: FieldProps): ReactNode {
  const { t } = useTranslation('campaignEditor');
  const closed = locked('schedule');
  const moments = ['startsAt', 'endsAt'] as const;
  const times = ['windowStart', 'windowEnd'] as const;
  const zones = [form.fallbackTimeZone, ...(tenantZone === undefined ? [] : [tenantZone])];
  return (
    <>
      <div className="grid grid-cols-2 gap-3">
        {moments.map((one) => {
          const at = localMs(form[one]);
          return (
            <TextField
              key={one}
              type="datetime-local"
              label={t(`moment.${one}`)}
              value={form[one]}
              onChange={(value) => change({ [one]: value })}
              readOnly={closed}
              error={one === 'endsAt' ? error('span') : undefined}
              help={
                at === undefined ? (
                  t(`moment.${one}Help`)
                ) : (
                  <Clocks at={at} contactZone={form.fallbackTimeZone} tenantZone={tenantZone} />
                )
              }
            />
          );
        })}
      </div>
      <ClockChanges zones={zones} from={localMs(form.startsAt)} to={localMs(form.endsAt)} />
      <fieldset className="flex flex-col gap-1">
        <legend className="text-sm text-fg-2">{t('days')}</legend>
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          {WEEKDAYS.map((day) => (
            <label key={day} className="flex items-center gap-1.5">
              <input
                type="checkbox"
                disabled={closed}
                checked={form.days.includes(day)}
                onChange={() =>
                  change({
                    days: form.days.includes(day) ? form.days.filter((one) => one !== day) : [...form.days, day],
                  })
                }
              />
              {t(`weekday.${day}`)}
            </label>
          ))}
        </div>
        {error('days') === undefined ? null : (
          <p role="alert" className="text-sm text-danger">
            {error('days')}
          </p>
        )}
      </fieldset>
      <div className="grid grid-cols-3 gap-3">
        {times.map((one) => (
          <TextField
            key={one}
            label={t(`window.${one}`)}
            placeholder="09:00"
            value={form[one]}
            onChange={(value) => change({ [one]: value })}
            readOnly={closed}
            error={one === 'windowEnd' ? error('window') : undefined}
            maxLength={5}
          />
        ))}
        <TextField
          label={t('fallbackZone')}
          help={t('fallbackHelp')}
          value={form.fallbackTimeZone}
          onChange={(fallbackTimeZone) => change({ fallbackTimeZone })}
          readOnly={closed}
          error={error('fallbackTimeZone')}
          maxLength={64}
        />
      </div>
      <p className="text-sm text-fg-2">{t('windowHelp')}</p>
      <TextArea
        label={t('holidays')}
        help={t('holidaysHelp')}
        rows={3}
        value={form.holidays}
        onChange={(holidays) => change({ holidays })}
        readOnly={closed}
        error={error('holidays')}
        spellCheck={false}
      />
    </>
  );
}
