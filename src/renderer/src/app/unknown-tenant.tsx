import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/states.tsx';

/** The address names a tenant that this account does not have: said plainly, with a way on. */
export function UnknownTenant({ tenant }: { readonly tenant: string }): ReactNode {
  const { t } = useTranslation('tornOff');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('noTenantTitle')}
      action={<Button onClick={() => void navigate({ to: '/live' })}>{t('openLive')}</Button>}
    >
      {t('noTenant', { tenant })}
    </EmptyState>
  );
}
