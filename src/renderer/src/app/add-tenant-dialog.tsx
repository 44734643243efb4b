import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/models/failure.ts';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { Button } from '../components/button.tsx';
import { Dialog, DialogButtons } from '../components/dialog.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';
import { TextField } from '../components/fields.tsx';

/** Adds a tenant by its name, for instances that do not list them. */
export function AddTenantDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(['shell', 'common']);
  const [tenant, setTenant] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const slug = tenant.trim();
    if (slug === '') return;
    setBusy(true);
    setFailure(undefined);
    try {
      await call((api) => api.session.addTenant({ tenant: slug }));
      await call((api) => api.session.activateTenant({ tenant: slug }));
      onClose();
    } catch (thrown) {
      setFailure(failureOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('shell:addTenantTitle')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <p className="text-fg-2">{t('shell:addTenantText')}</p>
        <TextField label={t('shell:addTenantField')} value={tenant} onChange={setTenant} maxLength={200} autoFocus />
        {failure === undefined ? null : <ErrorPanel failure={failure} />}
        <DialogButtons>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button look="primary" submit busy={busy}>
            {t('shell:addTenantAction')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
