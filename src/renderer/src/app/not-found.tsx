import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/states.tsx';

/** An address that leads nowhere. */
export function NotFound(): ReactNode {
  const { t } = useTranslation('shell');
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('notFoundTitle')}
      action={
        <Button look="primary" onClick={() => void navigate({ to: '/live' })}>
          {t('notFoundAction')}
        </Button>
      }
    >
      {t('notFoundText')}
    </EmptyState>
  );
}
