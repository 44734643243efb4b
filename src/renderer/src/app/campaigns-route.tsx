import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { DispatchersPage } from '../features/dispatchers/dispatchers-page.tsx';
import { useActiveTenant } from './session-context.tsx';

/** Joins the address to the campaigns of the active tenant. */
export function CampaignsRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const tenant = useActiveTenant();
  const navigate = useNavigate();
  const { campaign } = useSearch({ strict: false });
  if (tenant === undefined || tenant.problem !== undefined) return <EmptyState title={t('chooseTenant')} />;
  return (
    <DispatchersPage
      key={tenant.slug}
      tenant={tenant.slug}
      id={campaign}
      onChoose={(id) => void navigate({ to: '/campaigns', search: { campaign: id } })}
      onManifest={(id) => void navigate({ to: '/campaigns/$tenant/$id/manifest', params: { tenant: tenant.slug, id } })}
    />
  );
}
