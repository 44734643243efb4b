import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockedFields } from '../../../../shared/models/instance.ts';
import { TextField } from '../../components/fields.tsx';
import { FAILURE_TEXTS, failureWords } from '../../i18n/failure-words.ts';
import type { InstanceDraft } from './use-instance-draft.ts';

/** The name or address of the instance, and the hosts it leads to, shown as it is typed. */
export function InstanceField({
  draft,
  locked,
}: {
  readonly draft: InstanceDraft;
  readonly locked: LockedFields;
}): ReactNode {
  const { t } = useTranslation(['connection', 'common']);
  const { t: failureT } = useTranslation(FAILURE_TEXTS);
  const { settings, failure } = draft;
  const isLocked = locked.includes('instance');
  const problem =
    failure === undefined
      ? undefined
      : `${failureWords(failure, failureT).what}. ${failureWords(failure, failureT).next}`;
  return (
    <div className="flex flex-col gap-2">
      <TextField
        label={t('connection:instance')}
        help={isLocked ? t('common:managed') : t('connection:instanceHelp')}
        error={problem}
        value={settings.instance}
        readOnly={isLocked}
        onChange={(instance) => draft.edit({ instance })}
        placeholder={t('connection:instancePlaceholder')}
        autoFocus={settings.instance === ''}
        maxLength={300}
      />
      {failure !== undefined || settings.apiUrl === '' ? null : (
        <dl
          aria-label={t('connection:hosts')}
          className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 rounded-md border bg-bg px-3 py-2 text-sm"
          aria-busy={draft.resolving}
        >
          <dt className="text-fg-3">{t('connection:apiHost')}</dt>
          <dd className="truncate font-mono text-fg-2 select-text" title={settings.apiUrl}>
            {settings.apiUrl}
          </dd>
          <dt className="text-fg-3">{t('connection:identityHost')}</dt>
          <dd className="truncate font-mono text-fg-2 select-text" title={settings.issuer}>
            {settings.issuer}
          </dd>
        </dl>
      )}
    </div>
  );
}
