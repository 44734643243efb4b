import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '../../../../shared/models/session.ts';
import type { SignedIn } from '../../app/session-context.tsx';
import { Chip } from '../../components/chip.tsx';
import { RefusedTenant } from './refused-tenant.tsx';

/** Every tenant of this account; one that was refused says why, and what still works. */
export function TenantList({ session }: { readonly session: SignedIn }): ReactNode {
  const { t } = useTranslation('shell');
  if (session.tenants.length === 0)
    return <p className="text-fg-2">{t('noTenantsText', { name: session.user.name })}</p>;
  return (
    <ul className="flex flex-col divide-y">
      {session.tenants.map((tenant) => (
        <li key={tenant.slug} className="flex flex-col gap-1 py-2">
          <TenantLine tenant={tenant} active={tenant.slug === session.activeTenant} />
        </li>
      ))}
    </ul>
  );
}

function TenantLine({ tenant, active }: { readonly tenant: Tenant; readonly active: boolean }): ReactNode {
  const { t } = useTranslation('connection');
  const { problem } = tenant;
  return (
    <>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        {problem === undefined ? (
          <Check className="icon text-ok" aria-hidden />
        ) : (
          <TriangleAlert className="icon text-warn" aria-hidden />
        )}
        <span className="truncate font-semibold">{tenant.name}</span>
        <span className="font-mono text-sm text-fg-3 select-text">{tenant.slug}</span>
        {tenant.environment === undefined ? null : <Chip>{tenant.environment}</Chip>}
        {active ? <Chip tone="accent">{t('tenantActive')}</Chip> : null}
      </div>
      {problem === undefined ? <p className="pl-6 text-sm text-fg-2">{t('tenantOk')}</p> : null}
      {tenant.scopes === undefined || tenant.scopes.length === 0 ? null : (
        <p className="pl-6 font-mono text-xs break-words text-fg-3 select-text">{tenant.scopes.join(' ')}</p>
      )}
      {problem === undefined ? null : <RefusedTenant tenant={tenant.slug} problem={problem} />}
    </>
  );
}
