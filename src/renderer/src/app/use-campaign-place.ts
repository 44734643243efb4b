import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { call } from '../bridge/bridge.ts';
import { useActiveTenant, useSignedIn } from './session-context.tsx';

/** The tenant and campaign that an address names; where it names none, the tenant on screen. */
export interface CampaignPlace {
  /** Undefined while there is no tenant, or the one of the address is being entered. */
  readonly tenant: string | undefined;
  readonly campaign: string | undefined;
  /** The address names a tenant that this operator is not in. */
  readonly stranger: string | undefined;
}

/** Reads `/campaigns/$tenant/$id…`; an address of another tenant switches to it. */
export function useCampaignPlace(): CampaignPlace {
  const session = useSignedIn();
  const active = useActiveTenant();
  const navigate = useNavigate();
  const { tenant: asked, id } = useParams({ strict: false });
  const known = asked === undefined || session.tenants.some(({ slug }) => slug === asked);
  const other = asked !== undefined && known && asked !== active?.slug;
  useEffect(() => {
    if (!other || asked === undefined) return;
    call((api) => api.session.activateTenant({ tenant: asked })).catch(() => void navigate({ to: '/campaigns' }));
  }, [other, asked, navigate]);
  const usable = active?.problem === undefined && !other && known;
  return { tenant: usable ? active?.slug : undefined, campaign: id, stranger: known ? undefined : asked };
}
