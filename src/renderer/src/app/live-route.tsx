import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Building2 } from 'lucide-react';
import { type ReactNode, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../bridge/bridge.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/states.tsx';
import { RefusedTenant } from '../features/connection/refused-tenant.tsx';
import { LiveView } from '../features/live/live-view.tsx';
import { ConversationPlaceProvider, placeSearch } from './conversation-place.tsx';
import { NoTenants } from './no-tenants.tsx';
import { useActiveTenant, useSignedIn } from './session-context.tsx';
import { UnknownTenant } from './unknown-tenant.tsx';
import { useOpened } from './use-opened.ts';

/** Joins the address to Live View: which tenant, which conversation is open. */
export function LiveRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const session = useSignedIn();
  const tenant = useActiveTenant();
  const navigate = useNavigate();
  const params = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const asked = params.tenant;
  const askedIsKnown = asked !== undefined && session.tenants.some(({ slug }) => slug === asked);

  // An address of another tenant (a deep link) switches to it; a tenant that this user does not have is ignored.
  useEffect(() => {
    if (asked !== undefined && askedIsKnown && asked !== session.activeTenant) {
      call((api) => api.session.activateTenant({ tenant: asked })).catch(() => navigate({ to: '/live' }));
    }
  }, [asked, askedIsKnown, session.activeTenant, navigate]);

  const slug = tenant?.slug;
  const address = asked === slug ? params.id : undefined;
  const go = useCallback(
    (next: string | undefined) =>
      void navigate(
        next === undefined || slug === undefined
          ? { to: '/live' }
          : { to: '/live/$tenant/$id', params: { tenant: slug, id: next } },
      ),
    [navigate, slug],
  );
  const [id, open] = useOpened(slug, address, go);
  const showReport = useCallback(() => void navigate({ to: '/api' }), [navigate]);

  if (asked !== undefined && !askedIsKnown) return <UnknownTenant tenant={asked} />;
  if (tenant === undefined || tenant.problem !== undefined) {
    return (
      <div className="h-full overflow-auto p-6">
        <h1 className="sr-only">{t('liveView')}</h1>
        {session.tenants.length === 0 ? (
          <NoTenants />
        ) : tenant?.problem === undefined ? (
          <EmptyState icon={<Building2 aria-hidden />} title={t('chooseTenant')} />
        ) : (
          <RefusedTenant
            shape="panel"
            tenant={tenant.slug}
            problem={tenant.problem}
            actions={<Button onClick={() => void navigate({ to: '/connection' })}>{t('connection')}</Button>}
          />
        )}
      </div>
    );
  }
  return (
    <ConversationPlaceProvider tenant={tenant.slug} id={id} search={id === address ? placeSearch(search) : {}}>
      <LiveView key={tenant.slug} tenant={tenant.slug} id={id} onOpen={open} onShowReport={showReport} />
    </ConversationPlaceProvider>
  );
}
