import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LazyBars } from '../../charts/lazy-charts.tsx';
import { Button } from '../../components/button.tsx';
import { useDispositionWords } from '../../components/disposition-words.ts';
import { formatNumber, type Language } from '../../lib/format.ts';

/** How the calls of a campaign ended: as bars, or as a table. */
export function OutcomeChart({ outcomes }: { readonly outcomes: Readonly<Record<string, number>> }): ReactNode {
  const { t, i18n } = useTranslation('dispatchers');
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  const [table, setTable] = useState(false);
  const ended = Object.entries(outcomes).sort(([, a], [, b]) => b - a);
  const sum = ended.reduce((all, [, count]) => all + count, 0);
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 });
  const word = useDispositionWords();
  const bars = ended.map(([name, value]) => ({ name: word(name), value, text: formatNumber(value, language) }));
  return (
    <section aria-label={t('outcomes')}>
      <header className="mb-1.5 flex items-center gap-3">
        <h3 className="flex-1 font-semibold">{t('outcomes')}</h3>
        {ended.length === 0 ? null : (
          <Button look="quiet" aria-pressed={table} onClick={() => setTable(!table)}>
            {t(table ? 'chart.bars' : 'chart.table')}
          </Button>
        )}
      </header>
      {ended.length === 0 ? <p className="text-fg-2">{t('noOutcomes')}</p> : null}
      {ended.length > 0 && !table ? (
        <Suspense fallback={null}>
          <LazyBars items={bars} />
        </Suspense>
      ) : null}
      {/* What the bars show is said to those who do not see them, too. */}
      <table className={table && ended.length > 0 ? 'w-full border-collapse tabular-nums' : 'sr-only'}>
        <caption className="sr-only">{t('outcomes')}</caption>
        <thead className="text-sm text-fg-2">
          <tr>
            {(['disposition', 'calls', 'share'] as const).map((head) => (
              <th
                key={head}
                scope="col"
                className={`py-1 font-medium ${head === 'disposition' ? 'text-start' : 'text-end'}`}
              >
                {t(`chart.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ended.map(([name, count]) => (
            <tr key={name} className="border-t">
              <th scope="row" className="py-1 text-start font-normal">
                {word(name)}
              </th>
              <td className="py-1 text-end">{formatNumber(count, language)}</td>
              <td className="py-1 text-end">{percent.format(count / sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
