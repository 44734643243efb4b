import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { DoNotCallPage } from '../features/do-not-call/do-not-call-page.tsx';
import { useActiveTenant } from './session-context.tsx';

/** Joins the address to the do-not-call list of the active tenant. */
export function DoNotCallRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const tenant = useActiveTenant();
  const navigate = useNavigate();
  if (tenant === undefined || tenant.problem !== undefined) return <EmptyState title={t('chooseTenant')} />;
  return <DoNotCallPage key={tenant.slug} tenant={tenant.slug} onReport={() => void navigate({ to: '/api' })} />;
}
