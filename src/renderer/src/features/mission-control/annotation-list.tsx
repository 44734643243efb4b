import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '../../../../shared/models/telemetry.ts';
import { useAnnotationWords } from './model/annotation-words.ts';
import { useZonedTimes } from './zone.ts';

const MOST = 12;

/** What happened within the time of a chart, newest first: the marks on it in words. */
export function AnnotationList({ annotations }: { readonly annotations: readonly Annotation[] }): ReactNode {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const words = useAnnotationWords();
  if (annotations.length === 0) return null;
  return (
    <section aria-label={t('annotations')}>
      <h3 className="pb-1 text-sm font-semibold">{t('annotations')}</h3>
      <ul className="flex flex-col gap-0.5 text-sm" data-testid="annotations">
        {annotations
          .toReversed()
          .slice(0, MOST)
          .map((annotation) => (
            <li key={annotation.id} className="flex gap-2" data-annotation={annotation.kind}>
              <span className="text-fg-3">{times.zoned(annotation.at)}</span>
              <span>
                {words(annotation)}
                {annotation.open === true ? <span className="text-fg-2"> · {t('goesOn')}</span> : null}
                {annotation.until === undefined || annotation.open === true ? null : (
                  <span className="text-fg-2"> · {t('until', { time: times.zoned(annotation.until) })}</span>
                )}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
