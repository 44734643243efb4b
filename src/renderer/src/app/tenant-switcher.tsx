import { Building2, Check, ChevronDown, Plus, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../actions/offered.ts';
import { announce } from '../components/announcer.tsx';
import { MenuButton } from '../components/menu.tsx';
import type { MenuEntry } from '../components/menu-entry.ts';
import { AddTenantDialog } from './add-tenant-dialog.tsx';
import { useActiveTenant, useSignedIn } from './session-context.tsx';
import { useActivateTenant } from './use-activate-tenant.ts';

/** Which tenant the window shows; the list marks those that gave no token. */
export function TenantSwitcher(): ReactNode {
  const { t } = useTranslation('shell');
  const session = useSignedIn();
  const active = useActiveTenant();
  const activate = useActivateTenant();
  const [adding, setAdding] = useState(false);
  useActions(() => [{ id: 'tenant:+', label: t('addTenant'), group: 'tenants', run: () => setAdding(true) }]);
  const entries: readonly MenuEntry[] = [
    ...session.tenants.map((tenant) => ({
      id: tenant.slug,
      label: tenant.name,
      icon: iconOf(tenant.slug === active?.slug, tenant.problem !== undefined),
      note: [tenant.slug, tenant.environment, tenant.problem === undefined ? undefined : t('tenantRefused')]
        .filter((part) => part !== undefined)
        .join(' · '),
      onAction: () => {
        announce(t('switchTo', { tenant: tenant.name }));
        activate(tenant.slug);
      },
    })),
    {
      id: '+',
      label: t('addTenant'),
      icon: <Plus className="icon" aria-hidden />,
      section: ' ',
      onAction: () => setAdding(true),
    },
  ];
  return (
    <>
      <MenuButton label={t('switchTenant')} entries={entries} className="max-w-64 min-w-0 shrink">
        <span className="sr-only">{t('tenant')}: </span>
        <span className="truncate">{active?.name ?? t('noTenant')}</span>
        <ChevronDown className="icon text-fg-3" aria-hidden />
      </MenuButton>
      {adding ? <AddTenantDialog onClose={() => setAdding(false)} /> : null}
    </>
  );
}

function iconOf(active: boolean, refused: boolean) {
  if (refused) return <TriangleAlert className="icon text-warn" aria-hidden />;
  return active ? <Check className="icon text-accent" aria-hidden /> : <Building2 className="icon" aria-hidden />;
}
