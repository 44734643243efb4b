import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonalConfiguration } from '../../../../shared/models/inbox.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogButtons } from '../../components/dialog.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Select, TextField } from '../../components/fields.tsx';
import { Loading, Skeleton } from '../../components/states.tsx';

interface ConfigurationDialogProps {
  readonly tenant: string;
  /** Skills of the tenant. */
  readonly known: readonly string[];
  /** Whether the instance lets it be changed. */
  readonly canSave: boolean;
  readonly onClose: () => void;
}

const CAPS = Array.from({ length: 11 }, (_, cap) => ({ value: String(cap), label: String(cap) }));
const PHONE = /^\+[1-9]\d{6,14}$/;

/** What the operator may be given: skills, caps, phone. Applies to new conversations. */
export function ConfigurationDialog({ tenant, known, canSave, onClose }: ConfigurationDialogProps): ReactNode {
  const { t } = useTranslation('inbox');
  const read = useQuery({
    queryKey: ['inbox-configuration', tenant],
    queryFn: () => call((api) => api.inbox.configuration({ tenant })),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Dialog title={t('configuration')} onClose={onClose}>
      {read.error === null ? null : <ErrorPanel failure={failureOf(read.error)} />}
      {read.isPending ? (
        <Loading>
          <Skeleton className="h-40 w-full" />
        </Loading>
      ) : null}
      {read.data === undefined ? null : (
        <Form tenant={tenant} known={known} canSave={canSave} configuration={read.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Form(props: ConfigurationDialogProps & { readonly configuration: PersonalConfiguration }): ReactNode {
  const { tenant, known, canSave, onClose } = props;
  const { t } = useTranslation(['inbox', 'common']);
  const [now, setNow] = useState(props.configuration);
  const [phone, setPhone] = useState(now.mobilePhoneNumber ?? '');
  const [sip, setSip] = useState(now.sipTrunk ?? '');
  const badPhone = phone !== '' && !PHONE.test(phone);
  const save = useMutation({
    mutationFn: () => {
      const { mobilePhoneNumber: _, sipTrunk: __, ...rest } = now;
      const configuration = {
        ...rest,
        skills: [...now.skills],
        ...(phone === '' ? {} : { mobilePhoneNumber: phone }),
        ...(sip === '' ? {} : { sipTrunk: sip }),
      };
      return call((api) => api.inbox.configure({ tenant, configuration }));
    },
    onSuccess: onClose,
  });
  // A skill that was deleted stays with the agents who have it until they save again.
  const skills = [...new Set([...known, ...now.skills])];
  const toggle = (skill: string) =>
    setNow({
      ...now,
      skills: now.skills.includes(skill) ? now.skills.filter((one) => one !== skill) : [...now.skills, skill],
    });
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!badPhone && canSave) save.mutate();
      }}
    >
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-sm text-fg-2">{t('skills')}</legend>
        {skills.map((skill) => (
          <label key={skill} className="flex items-center gap-2">
            <input type="checkbox" checked={now.skills.includes(skill)} onChange={() => toggle(skill)} />
            <span className={known.includes(skill) ? '' : 'text-fg-3 line-through'}>{skill}</span>
          </label>
        ))}
      </fieldset>
      <label className="flex items-center gap-2">
        <input
          type="checkbox"
          checked={now.voiceCalls}
          onChange={(event) => setNow({ ...now, voiceCalls: event.target.checked })}
        />
        {t('voiceCalls')}
      </label>
      <p className="text-sm text-fg-3">{t('voiceCallsHelp')}</p>
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('maxChats')}
          value={String(now.maxChats)}
          options={CAPS}
          onChange={(value) => setNow({ ...now, maxChats: Number(value) })}
        />
        <Select
          label={t('maxEmails')}
          value={String(now.maxEmails)}
          options={CAPS}
          onChange={(value) => setNow({ ...now, maxEmails: Number(value) })}
        />
      </div>
      <TextField
        label={t('mobile')}
        help={t('mobileHelp')}
        error={badPhone ? t('badPhone') : undefined}
        value={phone}
        onChange={setPhone}
        maxLength={20}
      />
      <TextField label={t('sip')} help={t('sipHelp')} value={sip} onChange={setSip} maxLength={200} />
      {save.error === null ? null : <ErrorPanel failure={failureOf(save.error)} />}
      <DialogButtons>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button
          look="primary"
          submit
          busy={save.isPending}
          disabledReason={canSave ? (badPhone ? t('badPhone') : undefined) : t('missing')}
        >
          {t('save')}
        </Button>
      </DialogButtons>
    </form>
  );
}
