import { useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../shared/models/conversation.ts';
import { call } from '../bridge/bridge.ts';
import { failureOf } from '../bridge/failure.ts';
import { say } from '../components/announcer.tsx';
import '../features/live/live.css';
import { isContactLost, StaleBanner } from '../features/live/list/stale-banner.tsx';
import { createServerClock } from '../features/live/model/server-clock.ts';
import { OpenConversation } from '../features/live/open-conversation.tsx';
import { createRowStore } from '../lib/row-store.ts';
import { ConversationPlaceProvider, placeSearch } from './conversation-place.tsx';
import { HubChip } from './hub-chip.tsx';
import { Notices } from './notices.tsx';
import { TenantScope, useActiveTenant, useHubStatus, useSignedIn } from './session-context.tsx';
import { UnknownTenant } from './unknown-tenant.tsx';

/** A conversation in a window of its own: the same panel, the same commands, of the tenant in its address. */
export function TornRoute(): ReactNode {
  const params = useParams({ strict: false });
  const { tenant = '', id = '' } = params;
  const search = useSearch({ strict: false });
  const known = useSignedIn().tenants.some(({ slug }) => slug === tenant);
  if (!known) return <UnknownTenant tenant={tenant} />;
  return (
    <TenantScope tenant={tenant}>
      <ConversationPlaceProvider tenant={tenant} id={id} search={placeSearch(search)}>
        <Torn key={`${tenant}/${id}`} tenant={tenant} id={id} />
      </ConversationPlaceProvider>
    </TenantScope>
  );
}

function Torn({ tenant, id }: { readonly tenant: string; readonly id: string }): ReactNode {
  const { t } = useTranslation('tornOff');
  const me = useSignedIn().user.id;
  const { name, timeZone } = useActiveTenant() ?? {};
  const hub = useHubStatus().value;
  const skew = hub?.clockSkew ?? 0;
  const [clock] = useState(createServerClock);
  // The window reads its own conversation only; the list's rows are not needed to show one.
  const data = useMemo(() => ({ rows: createRowStore<ConversationRow>(() => true) }), []);
  useEffect(() => clock.setSkew(skew), [clock, skew]);
  const open = (other: string) =>
    void call((api) => api.windows.goTo({ tenant, id: other })).catch((thrown: unknown) =>
      say(failureOf(thrown).message, 'assertive'),
    );
  const title = t('windowTitle', { id });
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-9 flex-none items-center gap-3 border-b border-line bg-surface px-3">
        <span className="min-w-0 flex-1 truncate font-semibold">{name ?? tenant}</span>
        <HubChip inert />
      </div>
      <Notices />
      {hub !== undefined && isContactLost(hub) ? (
        <div className="pt-2">
          <StaleBanner hub={hub} timeZone={timeZone} />
        </div>
      ) : null}
      <main data-testid="torn-off" className="flex min-h-0 flex-1">
        <h1 className="sr-only">{title}</h1>
        <OpenConversation
          id={id}
          tenant={tenant}
          me={me}
          data={data}
          clock={clock}
          timeZone={timeZone}
          takesFocus={false}
          fills
          onOpenOther={open}
          onClose={() => window.close()}
        />
      </main>
    </div>
  );
}
