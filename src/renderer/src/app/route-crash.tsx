import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../bridge/failure.ts';
import { Button } from '../components/button.tsx';
import { ErrorPanel } from '../components/error-panel.tsx';
import { EmptyState } from '../components/states.tsx';

/** A view that threw while drawing: the frame and the session go on. */
export function RouteCrash({ error, reset }: ErrorComponentProps): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <div className="h-full overflow-auto p-6">
      <EmptyState
        title={t('crashTitle')}
        action={
          <Button look="primary" onClick={reset}>
            {t('crashAction')}
          </Button>
        }
      >
        {t('crashText')}
      </EmptyState>
      <ErrorPanel shape="panel" failure={failureOf(error)} />
    </div>
  );
}
