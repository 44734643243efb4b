import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { SafetyPage } from '../features/safety/safety-page.tsx';
import { useActiveTenant } from './session-context.tsx';

/** Joins the address to the safety nets of the active tenant. */
export function SafetyRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const tenant = useActiveTenant();
  if (tenant === undefined || tenant.problem !== undefined) return <EmptyState title={t('chooseTenant')} />;
  return <SafetyPage key={tenant.slug} tenant={tenant.slug} />;
}
