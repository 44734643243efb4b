import { type ReactNode, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricPart } from '../../../../shared/models/telemetry.ts';
import { LazyBars } from '../../charts/lazy-charts.tsx';
import { Button } from '../../components/button.tsx';
import { useMetricWords } from '../../lib/metric-words.ts';
import { type DrillTarget, drillOf } from './model/drill.ts';
import type { NamedPart } from './model/named-part.ts';
import { useChartExport } from './model/use-chart-export.ts';
import { PartTable } from './part-table.tsx';

interface PartBarsProps {
  readonly metric: string;
  /** What the metric is called. */
  readonly title: string;
  readonly parts: readonly MetricPart[];
  readonly words: (value: number) => string;
  /** As tables instead of as bars. */
  readonly table: boolean;
  readonly onDrill: (target: DrillTarget) => void;
}

/** Bars at once; the table and the file hold all of them. */
const MOST = 10;

/** What a number is made of now, by each of its labels. */
export function PartBars({ parts, words, ...props }: PartBarsProps): ReactNode {
  const names = useMetricWords();
  const groups = Map.groupBy(parts, ({ labels }) => Object.keys(labels).join());
  return [...groups].map(([label, members]) => {
    const items = members
      .flatMap(({ labels, value }) =>
        value === undefined ? [] : [{ name: names.parts(labels), labels, value, text: words(value) }],
      )
      .sort((a, b) => b.value - a.value);
    return items.length === 0 ? null : <PartGroup key={label} {...props} label={names.label(label)} items={items} />;
  });
}

interface PartGroupProps extends Omit<PartBarsProps, 'parts' | 'words'> {
  readonly label: string;
  readonly items: readonly NamedPart[];
}

/** One split: as bars and as buttons that show what is behind each, as a table, as files. */
function PartGroup({ metric, title, label, items, table, onDrill }: PartGroupProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const chart = useRef<HTMLDivElement>(null);
  const save = useChartExport();
  const heading = t('parts', { label });
  const name = `${title} · ${heading}`;
  return (
    <section aria-label={heading}>
      <div className="flex items-center gap-2 pb-1">
        <h3 className="flex-1 text-sm font-semibold">{heading}</h3>
        <Button look="quiet" onClick={() => save.bars(name, label, items)}>
          <span className="sr-only">{heading}: </span>
          {t('exportCsv')}
        </Button>
        {table ? null : (
          <Button look="quiet" onClick={() => save.drawing(name, chart.current?.querySelector('svg') ?? undefined)}>
            <span className="sr-only">{heading}: </span>
            {t('exportPng')}
          </Button>
        )}
      </div>
      {table ? (
        <PartTable label={label} items={items} />
      ) : (
        <>
          <p className="sr-only">
            {t('partsSummary', {
              count: items.length,
              most: items[0]?.name ?? '',
              mostValue: items[0]?.text ?? '',
              least: items.at(-1)?.name ?? '',
              leastValue: items.at(-1)?.text ?? '',
            })}
          </p>
          <div ref={chart}>
            <Suspense fallback={null}>
              <LazyBars items={items.slice(0, MOST)} />
            </Suspense>
          </div>
          <PartButtons metric={metric} items={items.slice(0, MOST)} onDrill={onDrill} />
        </>
      )}
    </section>
  );
}

function PartButtons({ metric, items, onDrill }: Pick<PartGroupProps, 'metric' | 'items' | 'onDrill'>): ReactNode {
  const { t } = useTranslation('missionControl');
  return (
    <ul className="flex flex-wrap gap-1 pt-1">
      {items.map(({ name, labels, text }) => {
        const drill = drillOf(metric, labels);
        return (
          <li key={name}>
            {drill === undefined ? (
              <span className="sr-only">{`${name}: ${text}`}</span>
            ) : (
              <button
                type="button"
                className="h-6 rounded-full border border-line-strong px-2.5 text-sm hover:bg-hover"
                aria-label={`${name}: ${text}. ${t('showBehind')}`}
                onClick={() => onDrill(drill)}
              >
                {name}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
