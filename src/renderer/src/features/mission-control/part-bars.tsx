import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricPart } from '../../../../shared/models/telemetry.ts';
import { LazyBars } from '../../charts/lazy-charts.tsx';
import { useMetricWords } from '../../lib/metric-words.ts';
import { type DrillTarget, drillOf } from './model/drill.ts';

interface PartBarsProps {
  readonly metric: string;
  readonly parts: readonly MetricPart[];
  readonly words: (value: number) => string;
  readonly onDrill: (target: DrillTarget) => void;
}

const MOST = 10;

/** What a number is made of now, by each of its labels: as bars, and as buttons that show what is behind each. */
export function PartBars({ metric, parts, words, onDrill }: PartBarsProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const names = useMetricWords();
  const groups = Map.groupBy(parts, ({ labels }) => Object.keys(labels).join());
  return [...groups].map(([label, members]) => {
    const items = members
      .flatMap(({ labels, value }) => (value === undefined ? [] : [{ labels, value }]))
      .sort((a, b) => b.value - a.value)
      .slice(0, MOST);
    if (items.length === 0) return null;
    return (
      <section key={label} aria-label={t('parts', { label: names.label(label) })}>
        <h3 className="pb-1 text-sm font-semibold">{t('parts', { label: names.label(label) })}</h3>
        <Suspense fallback={null}>
          <LazyBars
            items={items.map(({ labels, value }) => ({ name: names.parts(labels), value, text: words(value) }))}
          />
        </Suspense>
        <ul className="flex flex-wrap gap-1 pt-1">
          {items.map(({ labels, value }) => {
            const drill = drillOf(metric, labels);
            const text = `${names.parts(labels)}: ${words(value)}`;
            return (
              <li key={names.parts(labels)}>
                {drill === undefined ? (
                  <span className="sr-only">{text}</span>
                ) : (
                  <button
                    type="button"
                    className="h-6 rounded-full border border-line-strong px-2.5 text-sm hover:bg-hover"
                    aria-label={`${text}. ${t('showBehind')}`}
                    onClick={() => onDrill(drill)}
                  >
                    {names.parts(labels)}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </section>
    );
  });
}
