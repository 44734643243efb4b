import { Lock, PlugZap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../shared/models/failure.ts';
import { useLateTexts } from '../i18n/late-texts.ts';
import { Button } from './button.tsx';
import { ErrorPanel } from './error-panel.tsx';
import { texts } from './read-failed-texts.ts';
import { EmptyState } from './states.tsx';

interface ReadFailedProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  /** Leads to the report of what the instance offers. */
  readonly onReport: () => void;
}

/** A view that cannot be had: which permission or operation is missing, or what else went wrong. */
export function ReadFailed({ failure, onRetry, onReport }: ReadFailedProps): ReactNode {
  useLateTexts('readFailed', texts);
  const { t } = useTranslation('readFailed');
  const retry = <Button onClick={onRetry}>{t('again')}</Button>;
  if (failure.code === 'forbidden') {
    const scope = failure.detail?.requiredScope;
    return (
      <EmptyState icon={<Lock aria-hidden />} title={t('forbiddenTitle')} action={retry}>
        {scope === undefined ? t('forbidden') : t('forbiddenScope', { scope })}
      </EmptyState>
    );
  }
  if (failure.code === 'unavailable') {
    return (
      <EmptyState
        icon={<PlugZap aria-hidden />}
        title={t('unavailableTitle')}
        action={
          <Button look="primary" onClick={onReport}>
            {t('report')}
          </Button>
        }
      >
        {t('unavailable', { operation: failure.detail?.operation ?? '' })}
      </EmptyState>
    );
  }
  return <ErrorPanel shape="panel" failure={failure} actions={retry} />;
}
