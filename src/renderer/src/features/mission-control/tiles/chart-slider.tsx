import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bands } from '../../../../../shared/models/metric.ts';
import { useCrossHair, usePointedTime } from '../../../charts/cross-hair.ts';
import { type Line, type Span, stepOf, valueAt } from '../../../charts/line.ts';
import { summarise } from '../../../charts/summary.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import type { FoundMetric } from '../model/find-metric.ts';
import { useZonedTimes } from '../zone.ts';

interface ChartSliderProps {
  readonly name: string;
  readonly line: Line;
  readonly span: Span;
  readonly found: FoundMetric | undefined;
  readonly limit: Bands | undefined;
  readonly worse: 'up' | 'down' | undefined;
  readonly children: ReactNode;
}

const STEPS = 60;

/**
 * A chart for those who use keys or do not see it: arrow keys move the cross-hair of all charts, with Shift they select;
 * it is read as a slider over time whose value is the metric's, and described by a summary.
 */
export function ChartSlider({ name, line, span, found, limit, worse, children }: ChartSliderProps): ReactNode {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const words = useMetricWords();
  const hair = useCrossHair();
  const time = usePointedTime();
  const anchor = useRef<number>(undefined);
  const summary = useSummary(line, found, limit, worse);
  const at = time ?? span.to;
  const value = valueAt(line, at, 2.5 * stepOf(line));
  const text = words.value(value, found?.quantity ?? 'plain', found?.unit);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, PageDown: -10, PageUp: 10 }[event.key];
    const to = { Home: span.from, End: span.to }[event.key];
    if (by === undefined && to === undefined) return;
    event.preventDefault();
    const step = (span.to - span.from) / STEPS;
    const next = to ?? Math.min(span.to, Math.max(span.from, at + (by ?? 0) * step));
    hair.point(next);
    if (!event.shiftKey) {
      anchor.current = undefined;
      return;
    }
    anchor.current ??= at;
    const [from, until] = [Math.min(anchor.current, next), Math.max(anchor.current, next)];
    if (until > from) hair.select({ from: Math.round(from), to: Math.round(until) });
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('chartOf', { name })}
      aria-valuemin={span.from}
      aria-valuemax={span.to}
      aria-valuenow={Math.round(Math.min(span.to, Math.max(span.from, at)))}
      aria-valuetext={`${times.minute(at)}: ${text}`}
      aria-description={summary}
      onKeyDown={onKeyDown}
      onBlur={() => hair.point(undefined)}
      className="relative rounded-sm"
    >
      {children}
    </div>
  );
}

/** The chart in a few sentences. */
function useSummary(
  line: Line,
  found: FoundMetric | undefined,
  limit: Bands | undefined,
  worse: 'up' | 'down' | undefined,
): string {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const words = useMetricWords();
  return useMemo(() => {
    const down = limit !== undefined && (limit.alarm < limit.warn || (limit.alarm === limit.warn && worse === 'down'));
    const facts = summarise(line, limit === undefined ? undefined : { value: limit.warn, down });
    if (facts === undefined) return t('summaryNone');
    const value = (number: number) => words.value(number, found?.quantity ?? 'plain', found?.unit);
    const sentences = [
      t('summary', {
        first: value(facts.first),
        last: value(facts.last),
        low: value(facts.lowest.value),
        lowAt: times.minute(facts.lowest.at),
        high: value(facts.highest.value),
        highAt: times.minute(facts.highest.at),
      }),
      ...(facts.gaps.length === 0 ? [] : [t('summaryGaps', { count: facts.gaps.length })]),
      ...(facts.crossings === 0 ? [] : [t('summaryCrossed', { count: facts.crossings })]),
    ];
    return sentences.join(' ');
  }, [line, found?.quantity, found?.unit, limit, worse, words, t, times]);
}
