import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MACHINE_RULES, RETRIED_OUTCOMES } from '../../../../shared/models/campaign.ts';
import { Select, TextField } from '../../components/fields.tsx';
import type { FieldProps } from './field-props.ts';

/** How many at once, how often, after how long again, and what an answering machine hears. */
export function DialingFields({ form, change, locked, error }: FieldProps): ReactNode {
  const { t } = useTranslation('campaignEditor');
  const counts = ['concurrency', 'maxAttempts'] as const;
  return (
    <>
      <div className="grid grid-cols-3 gap-3">
        {counts.map((one) => (
          <TextField
            key={one}
            label={t(`field.${one}`)}
            inputMode="numeric"
            value={form[one]}
            onChange={(value) => change({ [one]: value })}
            readOnly={locked(one)}
            error={error(one)}
          />
        ))}
        <Select
          label={t('field.answeringMachine')}
          value={form.answeringMachine}
          onChange={(answeringMachine) => change({ answeringMachine })}
          options={MACHINE_RULES.map((value) => ({ value, label: t(`machine.${value}`) }))}
          disabled={locked('answeringMachine')}
        />
      </div>
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-sm text-fg-2">{t('retryTitle')}</legend>
        <div className="grid grid-cols-4 gap-3">
          {RETRIED_OUTCOMES.map((outcome) => (
            <TextField
              key={outcome}
              label={t(`outcome.${outcome}`)}
              inputMode="numeric"
              placeholder={t('never')}
              value={form.retry[outcome]}
              onChange={(value) => change({ retry: { ...form.retry, [outcome]: value } })}
              readOnly={locked('retry')}
            />
          ))}
        </div>
        {error('retry') === undefined ? null : (
          <p role="alert" className="text-sm text-danger">
            {error('retry')}
          </p>
        )}
      </fieldset>
    </>
  );
}
