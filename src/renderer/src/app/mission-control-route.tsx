import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Labels } from '../../../shared/models/metric.ts';
import type { Tenant } from '../../../shared/models/session.ts';
import { printQuery } from '../../../shared/query/print-query.ts';
import { CrossHairContext, createCrossHair } from '../charts/cross-hair.ts';
import { ErrorPanel } from '../components/error-panel.tsx';
import { EmptyState } from '../components/states.tsx';
import { askForFilters } from '../features/live/model/kept-view.ts';
import { MissionControl } from '../features/mission-control/mission-control.tsx';
import type { DrillTarget } from '../features/mission-control/model/drill.ts';
import { useActiveTenant, useSignedIn } from './session-context.tsx';
import { useActivateTenant } from './use-activate-tenant.ts';

/** Joins the address to Mission Control: the active tenant's, and another's beside it. */
export function MissionControlRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const { tenants } = useSignedIn();
  const active = useActiveTenant();
  const search = useSearch({ strict: false });
  if (active === undefined) return <EmptyState title={t('chooseTenant')} />;
  if (active.problem !== undefined) return <ErrorPanel shape="panel" failure={active.problem} />;
  const others = tenants.filter(({ slug, problem }) => slug !== active.slug && problem === undefined);
  const other = others.find(({ slug }) => slug === search.beside);
  return (
    <OneCrossHair key={active.slug}>
      {other === undefined ? (
        <Column tenant={active} others={others} shown={undefined} named={false} />
      ) : (
        <div className="grid h-full grid-cols-2 divide-x">
          <Column tenant={active} others={others} shown={other.slug} named />
          <Column key={other.slug} tenant={other} others={others} shown={other.slug} named />
        </div>
      )}
    </OneCrossHair>
  );
}

/** Two tenants side by side share one cross-hair: what happened at the same time is seen at once. */
function OneCrossHair({ children }: { readonly children: ReactNode }): ReactNode {
  const [hair] = useState(createCrossHair);
  return <CrossHairContext value={hair}>{children}</CrossHairContext>;
}

interface ColumnProps {
  readonly tenant: Tenant;
  readonly others: readonly Tenant[];
  readonly shown: string | undefined;
  readonly named: boolean;
}

function Column({ tenant, others, shown, named }: ColumnProps): ReactNode {
  const navigate = useNavigate();
  const router = useRouter();
  const activate = useActivateTenant();
  const { user } = useSignedIn();
  const active = useActiveTenant()?.slug;
  const { slug } = tenant;
  const timeZone = tenant.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Not every build of the console has campaigns: what is not there is not linked to.
  const hasCampaigns = Object.hasOwn(router.routesByPath, '/campaigns');
  const go = useCallback(
    (path: string) => {
      if (slug !== active) activate(slug);
      router.history.push(path);
    },
    [router, slug, active, activate],
  );
  const onDrill = useCallback(
    (target: DrillTarget) => {
      if (target.kind === 'campaigns' && hasCampaigns) {
        go('/campaigns');
        return;
      }
      if (target.kind === 'archive') {
        const q = printQuery({ text: '', filter: { ...target.filter, ...target.span } }, timeZone);
        go(`/conversations?${new URLSearchParams({ q: JSON.stringify(q) })}`);
        return;
      }
      askForFilters(slug, user.id, target.kind === 'campaigns' ? target.otherwise : target.filters);
      go('/live');
    },
    [go, hasCampaigns, slug, user.id, timeZone],
  );
  const onAlert = useCallback(
    (metric: string, labels: Labels) => {
      if (slug !== active) activate(slug);
      void navigate({ to: '/alerts', search: { metric, labels: JSON.stringify(labels) } });
    },
    [navigate, slug, active, activate],
  );
  return (
    <MissionControl
      tenant={tenant}
      named={named}
      beside={{
        others,
        shown,
        show: (beside) => void navigate({ to: '/mission-control', search: beside === undefined ? {} : { beside } }),
      }}
      hasCampaigns={hasCampaigns}
      onDrill={onDrill}
      onAlert={onAlert}
      onHandOver={() => go('/hand-over')}
      onShowReport={() => void navigate({ to: '/api' })}
    />
  );
}
