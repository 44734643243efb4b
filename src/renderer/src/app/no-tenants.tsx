import { Building2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';
import { EmptyState } from '../components/states.tsx';
import { AddTenantDialog } from './add-tenant-dialog.tsx';
import { useSignedIn } from './session-context.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';

/** Signed in, and nothing to see: says why (none, or the instance could not be asked) and what can be done. */
export function NoTenants(): ReactNode {
  const { t } = useTranslation('shell');
  const { user, tenantsProblem } = useSignedIn();
  const [open, setOpen] = useState<'add' | 'out'>();
  return (
    <EmptyState
      icon={<Building2 aria-hidden />}
      title={t(tenantsProblem === undefined ? 'noTenantsTitle' : 'tenantsUnknownTitle')}
      action={
        <div className="flex gap-2">
          <Button look="primary" onClick={() => setOpen('add')}>
            {t('addTenantAction')}
          </Button>
          <Button onClick={() => setOpen('out')}>{t('signOut')}</Button>
        </div>
      }
    >
      {tenantsProblem === undefined ? (
        t('noTenantsText', { name: user.name })
      ) : (
        <div className="text-left">
          <ErrorPanel failure={tenantsProblem} />
        </div>
      )}
      {open === 'add' ? <AddTenantDialog onClose={() => setOpen(undefined)} /> : null}
      {open === 'out' ? <SignOutDialog onClose={() => setOpen(undefined)} /> : null}
    </EmptyState>
  );
}
