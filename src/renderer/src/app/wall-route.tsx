import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Criterion, DEFAULT_RULE } from '../../../shared/models/triage-rule.ts';
import type { WallLayout } from '../../../shared/models/wall.ts';
import { WALL_IN_WINDOW } from '../../../shared/models/wall-size.ts';
import { call } from '../bridge/bridge.ts';
import { EmptyState } from '../components/states.tsx';
import { SentimentSpark } from '../features/live/list/sentiment-spark.tsx';
import { followedByRule } from '../features/live/model/followed.ts';
import { worstFirstBy } from '../features/live/model/triage.ts';
import { useLiveWords } from '../features/live/model/use-live-words.ts';
import { Wallboard } from '../features/mission-control/wallboard/wallboard.tsx';
import { Wall } from '../features/wall/wall-view.tsx';
import { Clock } from './clock.tsx';
import { HubChip } from './hub-chip.tsx';
import { TenantScope, useActiveTenant, useSignedIn } from './session-context.tsx';
import { UnknownTenant } from './unknown-tenant.tsx';

/** Joins the address to a wall: the active tenant's inside of the frame, or one display's in its own window. */
export function WallRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const params = useParams({ strict: false });
  const active = useActiveTenant()?.slug;
  const { tenants } = useSignedIn();
  const { tenant, display } = params;
  if (tenant === undefined || display === undefined) {
    if (active === undefined) return <EmptyState title={t('chooseTenant')} />;
    return <WallOf key={active} tenant={active} display={WALL_IN_WINDOW} />;
  }
  if (!tenants.some(({ slug }) => slug === tenant)) return <UnknownTenant tenant={tenant} />;
  return (
    <TenantScope tenant={tenant}>
      <main className="h-full">
        <WallOf tenant={tenant} display={display} />
      </main>
    </TenantScope>
  );
}

/** A wall with what it takes from Live View: its words, its spark, and the rule that the operator gave the list. */
function WallOf({ tenant, display }: { readonly tenant: string; readonly display: string }): ReactNode {
  const { user } = useSignedIn();
  const words = useLiveWords();
  const own = useActiveTenant();
  const tenantName = own?.name ?? tenant;
  const timeZone = own?.timeZone;
  const rule = useRule(tenant);
  const order = useMemo(() => ({ compare: worstFirstBy(rule), follow: followedByRule(rule) }), [rule]);
  const State = display === WALL_IN_WINDOW ? undefined : WallState;
  const Boards = useMemo(() => {
    const of = { slug: tenant, name: tenantName, ...(timeZone === undefined ? {} : { timeZone }) };
    return ({ layout }: { readonly layout: WallLayout }) => <Wallboard tenant={of} layout={layout} Clock={Clock} />;
  }, [tenant, tenantName, timeZone]);
  const parts = useMemo(
    () => ({ me: user.id, ...order, Spark: SentimentSpark, State, tenantName, Boards, words }),
    [user.id, order, State, tenantName, Boards, words],
  );
  return <Wall tenant={tenant} display={display} parts={parts} />;
}

function WallState(): ReactNode {
  return <HubChip inert />;
}

/** What counts as worst in the tenant's list; the usual rule until it is read, or where it cannot be. */
function useRule(tenant: string): readonly Criterion[] {
  const views = useQuery({
    queryKey: ['views', tenant],
    queryFn: () => call((api) => api.views.get({ tenant })),
    staleTime: 0,
  });
  return views.data?.rule ?? DEFAULT_RULE;
}
