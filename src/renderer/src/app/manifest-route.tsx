import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ManifestPage } from '../features/manifest/manifest-page.tsx';
import { useSignedIn } from './session-context.tsx';
import { UnknownTenant } from './unknown-tenant.tsx';

/** Joins the address to the manifest of a campaign. */
export function ManifestRoute(): ReactNode {
  const { tenants } = useSignedIn();
  const navigate = useNavigate();
  const { tenant, id } = useParams({ strict: false });
  if (tenant === undefined || id === undefined || !tenants.some(({ slug }) => slug === tenant)) {
    return <UnknownTenant tenant={tenant ?? ''} />;
  }
  return (
    <ManifestPage
      key={`${tenant} ${id}`}
      tenant={tenant}
      campaign={id}
      onBack={() => void navigate({ to: '/campaigns', search: { campaign: id } })}
    />
  );
}
