import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { call } from '../bridge/bridge.ts';
import { archiveSearch } from './conversation-place.tsx';
import { useSignedIn } from './session-context.tsx';
import { UnknownTenant } from './unknown-tenant.tsx';

/** Where a link to a search leads: to the archive of its tenant, once that is the one at hand. */
export function SearchRoute(): ReactNode {
  const { tenants, activeTenant } = useSignedIn();
  const navigate = useNavigate();
  const { tenant = '' } = useParams({ strict: false });
  const { q } = archiveSearch(useSearch({ strict: false }));
  const isKnown = tenants.some(({ slug }) => slug === tenant);
  useEffect(() => {
    if (!isKnown) return;
    // Replaced, so that going back does not come here again.
    const arrive = () => void navigate({ to: '/conversations', search: q === undefined ? {} : { q }, replace: true });
    if (tenant === activeTenant) arrive();
    else call((api) => api.session.activateTenant({ tenant })).catch(() => navigate({ to: '/live' }));
  }, [isKnown, tenant, activeTenant, q, navigate]);
  return isKnown ? null : <UnknownTenant tenant={tenant} />;
}
