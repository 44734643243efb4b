import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../../../../shared/models/telemetry.ts';

const ACTIONS = ['takeOver', 'reply', 'handBack', 'transfer', 'complete'] as const;

/** What happened, in words: `Incident: voice at its cap`, `Taken over (2)`. */
export function useAnnotationWords(): (annotation: Annotation) => string {
  const { t } = useTranslation('missionControl');
  return useMemo(
    () =>
      ({ kind, text, count = 1 }) => {
        if (kind === 'outage') return t('annotation.outage');
        if (kind !== 'operator') return t(`annotation.${kind}`, { text });
        const action = ACTIONS.find((each) => each === text);
        const done = action === undefined ? t('action.other', { action: text }) : t(`action.${action}`);
        return t('annotation.operator', { text: done, count });
      },
    [t],
  );
}
