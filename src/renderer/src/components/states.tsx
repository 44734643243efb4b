import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A grey bar where something will be. */
export function Skeleton({ className = 'h-4 w-32' }: { readonly className?: string }): ReactNode {
  return <div aria-hidden className={`animate-pulse rounded-sm bg-hover ${className}`} />;
}

/** Shows its children (skeletons of the real layout) only when waiting takes longer than 200 ms, so that quick loads do not flicker. */
export function Loading({
  children,
  delayMs = 200,
}: {
  readonly children: ReactNode;
  readonly delayMs?: number;
}): ReactNode {
  const { t } = useTranslation('common');
  const [shown, setShown] = useState(delayMs === 0);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return (
    <div role="status" aria-busy className="contents">
      <span className="sr-only">{t('loading')}</span>
      {shown ? children : null}
    </div>
  );
}

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly icon?: ReactNode;
  /** One action, as a Button. */
  readonly action?: ReactNode;
}

/** An empty view, designed: one sentence, one action. */
export function EmptyState({ title, children, icon, action }: EmptyStateProps): ReactNode {
  return (
    <div className="flex h-full min-h-40 flex-col items-center justify-center gap-2 p-6 text-center">
      {icon === undefined ? null : <div className="mb-1 text-fg-3 [&>svg]:size-6">{icon}</div>}
      <h2 className="text-lg font-semibold">{title}</h2>
      {children === undefined ? null : <div className="max-w-prose text-fg-2">{children}</div>}
      {action === undefined ? null : <div className="mt-2">{action}</div>}
    </div>
  );
}
