import { useTranslation } from 'react-i18next';
import { useActions } from '../../../actions/offered.ts';
import type { TallyStore } from '../../../lib/tally.ts';
import { DURATIONS, FACETS, type Filters, RISK_FLOORS, withFilter } from '../model/filters.ts';
import { useLiveWords } from '../model/use-live-words.ts';

/** Values of one facet that are offered; more than anybody looks through. */
const MAX_VALUES = 60;

/** Offers every filter, with the values that occur now. */
export function useFilterActions(filters: Filters, tally: TallyStore, onChange: (filters: Filters) => void): void {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const offer = (id: string, label: string, next: () => Filters, isSo: boolean) => ({
    id: `filter:${id}` as const,
    label,
    group: 'filter' as const,
    disabledReason: isSo ? t('list.isSo') : undefined,
    run: () => onChange(next()),
  });
  useActions(() => [
    ...RISK_FLOORS.map((level) =>
      offer(
        `risk:${level}`,
        t('filter.riskAtLeast', { level: words.riskLevel(level) }),
        () => withFilter(filters, 'risk', level),
        filters.risk === level,
      ),
    ),
    ...DURATIONS.map((minutes) =>
      offer(
        `minutes:${minutes}`,
        t('filter.minutesAtLeast', { count: minutes }),
        () => withFilter(filters, 'minutes', minutes),
        filters.minutes === minutes,
      ),
    ),
    ...FACETS.flatMap((facet) =>
      tally
        .get()
        .under(`${facet}:`)
        .slice(0, MAX_VALUES)
        .map(({ key }) =>
          offer(
            `${facet}:${key}`,
            t('filter.is', { facet: t(`filter.${facet}`), value: words[facet](key) }),
            () => withFilter(filters, facet, key),
            filters[facet] === key,
          ),
        ),
    ),
  ]);
}
