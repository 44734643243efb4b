import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { DispatchersPage } from '../features/dispatchers/dispatchers-page.tsx';
import { UnknownTenant } from './unknown-tenant.tsx';
import { useCampaignPlace } from './use-campaign-place.ts';

/** Joins the address to the campaigns of a tenant. */
export function CampaignsRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const { tenant, campaign, stranger } = useCampaignPlace();
  const navigate = useNavigate();
  const { campaign: searched } = useSearch({ strict: false });
  if (stranger !== undefined) return <UnknownTenant tenant={stranger} />;
  if (tenant === undefined) return <EmptyState title={t('chooseTenant')} />;
  const at = (id: string) => ({ tenant, id });
  return (
    <DispatchersPage
      key={tenant}
      tenant={tenant}
      id={campaign ?? searched}
      go={{
        choose: (id) => void navigate({ to: '/campaigns', search: { campaign: id } }),
        create: () => void navigate({ to: '/campaigns/new' }),
        edit: (id) => void navigate({ to: '/campaigns/$tenant/$id/edit', params: at(id) }),
        contacts: (id) => void navigate({ to: '/campaigns/$tenant/$id/contacts', params: at(id) }),
        manifest: (id) => void navigate({ to: '/campaigns/$tenant/$id/manifest', params: at(id) }),
        report: () => void navigate({ to: '/api' }),
      }}
    />
  );
}
