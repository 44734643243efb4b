import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewEvent } from '../../../../../shared/models/quality.ts';

/** What happened to a review: finished with which score, re-opened, by whom and when. */
export function ReviewHistory(props: {
  readonly history: readonly ReviewEvent[];
  readonly time: (at: number) => string;
}): ReactNode {
  const { t } = useTranslation('quality');
  if (props.history.length === 0) return null;
  return (
    <section aria-label={t('history')} className="flex flex-col gap-1 text-sm">
      <h4 className="font-semibold text-fg-2">{t('history')}</h4>
      <ol>
        {props.history.map(({ what, at, by, score, failed }) => {
          const scored = score === undefined ? t(`events.${what}`) : t('eventScore', { score });
          const words = failed === true ? `${scored} (${t('failed')})` : scored;
          return (
            <li key={`${what}-${at}`} className="text-fg-2">
              {t('by', { what: words, name: by ?? '–', time: props.time(at) })}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
