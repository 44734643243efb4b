import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { ContactsPage } from '../features/contacts/contacts-page.tsx';
import { UnknownTenant } from './unknown-tenant.tsx';
import { useCampaignPlace } from './use-campaign-place.ts';

/** Joins the address to the contacts of a campaign. */
export function ContactsRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const { tenant, campaign, stranger } = useCampaignPlace();
  const navigate = useNavigate();
  if (stranger !== undefined) return <UnknownTenant tenant={stranger} />;
  if (tenant === undefined || campaign === undefined) return <EmptyState title={t('chooseTenant')} />;
  return (
    <ContactsPage
      key={`${tenant} ${campaign}`}
      tenant={tenant}
      campaign={campaign}
      onBack={() => void navigate({ to: '/campaigns', search: { campaign } })}
      onTranscript={(id) => void navigate({ to: '/conversations/$archived', params: { archived: id } })}
      onReport={() => void navigate({ to: '/api' })}
    />
  );
}
