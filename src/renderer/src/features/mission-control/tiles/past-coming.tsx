import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Over the empty part of a chart whose past is being asked for: no line there is not the same as nothing there. */
export function PastComing(): ReactNode {
  const { t } = useTranslation('missionControl');
  return (
    <span className="pointer-events-none absolute start-0 top-0 z-2 rounded-sm bg-surface/80 pe-1 text-sm text-fg-3">
      {t('pastComing')}
    </span>
  );
}
