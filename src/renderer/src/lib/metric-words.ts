import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isKnown, type Labels, type Quantity } from '../../../shared/models/metric.ts';
import type { Language } from './format.ts';
import { metricText } from './metric-format.ts';

/** What a metric is called here, whatever the instance calls it. */
export interface MetricWords {
  readonly language: Language;
  /** @param told the instance's own words, for a metric that only it knows */
  readonly name: (id: string, told?: string) => string;
  readonly part: (value: string) => string;
  readonly label: (name: string) => string;
  /** `Outages`, or `Outage report, lookupMeter`; empty for the whole. */
  readonly parts: (labels: Labels) => string;
  readonly value: (value: number | undefined, quantity: Quantity, unit?: string) => string;
}

/** Words for metrics and their parts in the window's language. */
export function useMetricWords(): MetricWords {
  const { t, i18n } = useTranslation('metrics');
  return useMemo(() => {
    const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
    const known = (key: string, otherwise: string) => {
      // Keys come from the instance: what is not there is shown as it came.
      const words: string = t(key as 'unknownValue', { defaultValue: otherwise });
      return words;
    };
    const part = (value: string) => (/[.:]/.test(value) ? value : known(`part.${value}`, value));
    return {
      language,
      name: (id, told) => (isKnown(id) ? known(`name.${id}`, id) : (told ?? id.replace(/^x:/, ''))),
      part,
      label: (name) => (/[.:]/.test(name) ? name : known(`label.${name}`, name)),
      parts: (labels) => Object.values(labels).map(part).join(', '),
      value: (value, quantity, unit) =>
        value === undefined ? t('unknownValue') : metricText(value, quantity, language, unit),
    };
  }, [t, i18n.language]);
}
