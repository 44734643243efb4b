import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LockedFields } from '../../../../shared/models/instance.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/fields.tsx';
import type { InstanceDraft } from './use-instance-draft.ts';

type TextKey = 'issuer' | 'apiUrl' | 'clientId' | 'scopes' | 'audienceTemplate';
const fields: readonly TextKey[] = ['apiUrl', 'issuer', 'clientId', 'scopes', 'audienceTemplate'];

/** What the platform leaves undocumented, each with its usual value; fields fixed by a managed file are shown locked. */
export function AdvancedFields({
  draft,
  locked,
}: {
  readonly draft: InstanceDraft;
  readonly locked: LockedFields;
}): ReactNode {
  const { t } = useTranslation(['connection', 'common']);
  const { settings } = draft;
  const helpOf = (field: TextKey) => {
    if (locked.includes(field)) return t('common:managed');
    return field === 'audienceTemplate' ? t('connection:audienceHelp', { placeholder: '{tenant}' }) : undefined;
  };
  return (
    <details className="group rounded-md border">
      <summary className="cursor-default rounded-md px-3 py-1.5 text-fg-2 hover:bg-hover">
        {t('connection:advanced')}
      </summary>
      <div className="flex flex-col gap-3 border-t p-3">
        <p className="text-sm text-fg-3">{t('connection:advancedHelp')}</p>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(`connection:${field}`)}
            help={helpOf(field)}
            value={settings[field]}
            readOnly={locked.includes(field)}
            onChange={(value) => draft.edit({ [field]: value })}
            className="font-mono text-sm"
          />
        ))}
        {draft.overridden ? (
          <div>
            <Button onClick={draft.forgetOverrides}>{t('connection:useDerived')}</Button>
          </div>
        ) : null}
        <PortField draft={draft} locked={locked} />
        <TenantsField draft={draft} locked={locked} />
      </div>
    </details>
  );
}

function PortField({ draft, locked }: { readonly draft: InstanceDraft; readonly locked: LockedFields }): ReactNode {
  const { t } = useTranslation(['connection', 'common']);
  const [text, setText] = useState(String(draft.settings.loopbackPort));
  const port = parsePort(text);
  const isLocked = locked.includes('loopbackPort');
  return (
    <TextField
      label={t('connection:port')}
      help={isLocked ? t('common:managed') : t('connection:portHelp')}
      error={port === undefined ? t('connection:portInvalid') : undefined}
      value={text}
      readOnly={isLocked}
      inputMode="numeric"
      onChange={(typed) => {
        setText(typed);
        const next = parsePort(typed);
        if (next !== undefined) draft.edit({ loopbackPort: next });
      }}
    />
  );
}

/** A port from text: empty is 0 (any free one); undefined when it is none. */
export function parsePort(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{0,5}$/.test(trimmed)) return undefined;
  const port = Number(trimmed);
  return port <= 65_535 ? port : undefined;
}

function TenantsField({ draft, locked }: { readonly draft: InstanceDraft; readonly locked: LockedFields }): ReactNode {
  const { t } = useTranslation(['connection', 'common']);
  const [text, setText] = useState(draft.settings.tenants.join(', '));
  const isLocked = locked.includes('tenants');
  return (
    <TextField
      label={t('connection:tenants')}
      help={isLocked ? t('common:managed') : t('connection:tenantsHelp')}
      value={text}
      readOnly={isLocked}
      onChange={(typed) => {
        setText(typed);
        draft.edit({
          tenants: typed
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        });
      }}
    />
  );
}
