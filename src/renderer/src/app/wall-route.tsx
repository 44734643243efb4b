import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_RULE } from '../../../shared/models/triage-rule.ts';
import { WALL_IN_WINDOW } from '../../../shared/models/wall-size.ts';
import { EmptyState } from '../components/states.tsx';
import { SentimentSpark } from '../features/live/list/sentiment-spark.tsx';
import { followedByRule } from '../features/live/model/followed.ts';
import { worstFirst } from '../features/live/model/triage.ts';
import { useLiveWords } from '../features/live/model/use-live-words.ts';
import { Wall } from '../features/wall/wall-view.tsx';
import { TenantScope, useActiveTenant, useSignedIn } from './session-context.tsx';
import { UnknownTenant } from './unknown-tenant.tsx';

const ORDER = { compare: worstFirst, follow: followedByRule(DEFAULT_RULE) };

/** Joins the address to a wall: the active tenant's inside of the frame, or one display's in its own window. */
export function WallRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const params = useParams({ strict: false });
  const active = useActiveTenant()?.slug;
  const { user, tenants } = useSignedIn();
  const words = useLiveWords();
  const parts = useMemo(() => ({ me: user.id, ...ORDER, Spark: SentimentSpark, words }), [user.id, words]);
  const { tenant, display } = params;
  if (tenant === undefined || display === undefined) {
    if (active === undefined) return <EmptyState title={t('chooseTenant')} />;
    return <Wall key={active} tenant={active} display={WALL_IN_WINDOW} parts={parts} />;
  }
  if (!tenants.some(({ slug }) => slug === tenant)) return <UnknownTenant tenant={tenant} />;
  return (
    <TenantScope tenant={tenant}>
      <main className="h-full">
        <Wall tenant={tenant} display={display} parts={parts} />
      </main>
    </TenantScope>
  );
}
