import { Coffee, FilterX, Lock, PlugZap } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { EmptyState, Loading, Skeleton } from '../../../components/states.tsx';

/** Rows of the real layout, grey, while the first snapshot is under way. */
export function LiveSkeleton(): ReactNode {
  return (
    <Loading>
      <div className="flex flex-col">
        <div className="h-7 border-b border-line bg-surface" />
        {Array.from({ length: 14 }, (_, at) => `row-${at}`).map((key) => (
          <div key={key} className="flex h-row items-center gap-4 border-b border-line px-4">
            <Skeleton className="h-3 w-20" />
            <Skeleton className="h-3 w-16" />
            <Skeleton className="h-3 w-28" />
            <Skeleton className="h-3 w-24" />
            <Skeleton className="h-3 flex-1" />
            <Skeleton className="h-3 w-24" />
            <Skeleton className="h-3 w-10" />
          </div>
        ))}
      </div>
    </Loading>
  );
}

interface EmptyProps {
  /** How many conversations there are that the filters hide. */
  readonly hidden: number;
  readonly filtered: boolean;
  readonly onClear: () => void;
}

/** No rows: because the filters let none through, or because all is quiet. */
export function LiveEmpty({ hidden, filtered, onClear }: EmptyProps): ReactNode {
  const { t } = useTranslation('live');
  if (filtered && hidden > 0) {
    return (
      <EmptyState
        icon={<FilterX aria-hidden />}
        title={t('empty.filteredTitle')}
        action={
          <Button look="primary" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        }
      >
        {t('empty.filtered', { count: hidden })}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={<Coffee aria-hidden />} title={t('empty.quietTitle')}>
      {t('empty.quiet')}
    </EmptyState>
  );
}

interface FailedProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
  readonly onShowReport: () => void;
}

/** The list cannot be had: which permission or operation is missing, or what else went wrong. */
export function LiveFailed({ failure, onRetry, onShowReport }: FailedProps): ReactNode {
  const { t } = useTranslation('live');
  const retry = <Button onClick={onRetry}>{t('tryAgain')}</Button>;
  if (failure.code === 'forbidden') {
    const scope = failure.detail?.requiredScope;
    return (
      <EmptyState icon={<Lock aria-hidden />} title={t('failed.forbiddenTitle')} action={retry}>
        {scope === undefined ? t('failed.forbidden') : t('failed.forbiddenScope', { scope })}
      </EmptyState>
    );
  }
  if (failure.code === 'unavailable') {
    return (
      <EmptyState
        icon={<PlugZap aria-hidden />}
        title={t('failed.unavailableTitle')}
        action={
          <Button look="primary" onClick={onShowReport}>
            {t('failed.openReport')}
          </Button>
        }
      >
        {t('failed.unavailable', { operation: failure.detail?.operation ?? 'conversations.live' })}
      </EmptyState>
    );
  }
  return (
    <div className="p-6">
      <ErrorPanel shape="panel" failure={failure} actions={retry} />
    </div>
  );
}
