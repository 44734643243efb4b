import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Select, TextArea, TextField } from '../../components/fields.tsx';
import type { FieldProps } from './field-props.ts';

/** What a campaign is called, which flow it follows, from which number it calls. */
export function BasicsFields({ form, change, locked, error, tenant }: FieldProps): ReactNode {
  const { t } = useTranslation('campaignEditor');
  const flows = useQuery({
    queryKey: ['campaigns', 'flows', tenant],
    queryFn: () => call((api) => api.campaigns.flows({ tenant })),
  });
  const known = (flows.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const kept = form.flowId === '' || known.some(({ value }) => value === form.flowId) ? [] : [form.flowId];
  return (
    <>
      <TextField
        label={t('field.name')}
        value={form.name}
        onChange={(name) => change({ name })}
        readOnly={locked('name')}
        error={error('name')}
        maxLength={120}
      />
      <TextArea
        label={t('field.description')}
        value={form.description}
        onChange={(description) => change({ description })}
        readOnly={locked('description')}
        maxLength={2_000}
        rows={2}
      />
      {flows.error === null ? null : <ErrorPanel failure={failureOf(flows.error)} />}
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('field.flowId')}
          value={form.flowId}
          onChange={(flowId) => change({ flowId })}
          options={[{ value: '', label: t('chooseFlow') }, ...known, ...kept.map((id) => ({ value: id, label: id }))]}
          disabled={locked('flowId')}
          error={error('flowId')}
        />
        <TextField
          label={t('field.callerId')}
          help={t('callerHelp')}
          inputMode="tel"
          value={form.callerId}
          onChange={(callerId) => change({ callerId })}
          readOnly={locked('callerId')}
          error={error('callerId')}
        />
      </div>
      <TextField
        label={t('field.pointOfContactId')}
        help={t('pointHelp')}
        value={form.pointOfContactId}
        onChange={(pointOfContactId) => change({ pointOfContactId })}
        readOnly={locked('pointOfContactId')}
        maxLength={300}
      />
      <TextField
        label={t('field.requiredVariables')}
        help={t('variablesHelp')}
        value={form.requiredVariables}
        onChange={(requiredVariables) => change({ requiredVariables })}
        readOnly={locked('requiredVariables')}
      />
    </>
  );
}
