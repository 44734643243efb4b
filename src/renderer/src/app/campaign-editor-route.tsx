import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { CampaignEditor } from '../features/campaign-editor/campaign-editor.tsx';
import { UnknownTenant } from './unknown-tenant.tsx';
import { useCampaignPlace } from './use-campaign-place.ts';

/** Joins the address to the editor: of a new campaign, or of the one it names. */
export function CampaignEditorRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const { tenant, campaign, stranger } = useCampaignPlace();
  const navigate = useNavigate();
  if (stranger !== undefined) return <UnknownTenant tenant={stranger} />;
  if (tenant === undefined) return <EmptyState title={t('chooseTenant')} />;
  return (
    <CampaignEditor
      key={`${tenant} ${campaign ?? ''}`}
      tenant={tenant}
      campaign={campaign}
      onDone={(id) => void navigate({ to: '/campaigns', ...(id !== undefined && { search: { campaign: id } }) })}
    />
  );
}
