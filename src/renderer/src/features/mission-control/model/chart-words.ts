import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bands } from '../../../../../shared/models/metric.ts';
import type { Line } from '../../../charts/line.ts';
import { summarise } from '../../../charts/summary.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';
import { useZonedTimes } from '../zone.ts';
import type { FoundMetric } from './find-metric.ts';

/** Sums charts up in a few sentences, for those who do not see them. */
export function useChartWords(): (
  line: Line,
  found: FoundMetric | undefined,
  bands: Bands | undefined,
  worse: 'up' | 'down' | undefined,
) => string {
  const { t } = useTranslation('missionControl');
  const times = useZonedTimes();
  const words = useMetricWords();
  return useMemo(
    () => (line, found, bands, worse) => {
      const down =
        bands !== undefined && (bands.alarm < bands.warn || (bands.alarm === bands.warn && worse === 'down'));
      const facts = summarise(line, bands === undefined ? undefined : { value: bands.warn, down });
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
    },
    [t, times, words],
  );
}
