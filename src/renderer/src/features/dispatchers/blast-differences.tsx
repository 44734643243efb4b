import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ForecastDifference } from '../../../../shared/models/blast-radius.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { exactTime } from '../../components/time.tsx';
import { formatNumber, type Language } from '../../lib/format.ts';

interface BlastDifferencesProps {
  readonly differences: readonly ForecastDifference[];
  /** Both counted, and nothing differs. */
  readonly agreed: boolean;
}

/** Where the console and the instance do not say the same: a reason to look before people are called. */
export function BlastDifferences({ differences, agreed }: BlastDifferencesProps): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const timeZone = useActiveTenant()?.timeZone;
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  if (differences.length === 0) return agreed ? <p className="text-ok">{t('blast.agreed')}</p> : null;
  const said = (what: ForecastDifference['what'], value: number) =>
    what === 'finish' ? exactTime(value, i18n.language, timeZone) : formatNumber(value, language);
  return (
    <section role="alert" className="rounded-md border border-warn p-2">
      <h3 className="font-semibold text-warn">{t('blast.differs')}</h3>
      <ul>
        {differences.map(({ what, of, ours, theirs }) => (
          <li key={`${what} ${of ?? ''}`}>
            {t('blast.difference', {
              what: t(`blast.what.${what}`, { of: of ?? '' }),
              ours: said(what, ours),
              theirs: said(what, theirs),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
