import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricAlert } from '../../../../../shared/models/alert.ts';
import { knownMetric, type Quantity } from '../../../../../shared/models/metric.ts';
import { useMetricWords } from '../../../lib/metric-words.ts';

function useAlertWords(alert: MetricAlert) {
  const words = useMetricWords();
  const quantity: Quantity = knownMetric(alert.metric)?.quantity ?? 'plain';
  const name = [words.name(alert.metric), words.parts(alert.labels)].filter(Boolean).join(' · ');
  return { name, value: (number: number | undefined) => words.value(number, quantity), words };
}

/** The metric and what it was, in the place where other alerts show the contact. */
export function MetricSeen({ alert }: { readonly alert: MetricAlert }): ReactNode {
  const { t } = useTranslation('alerts');
  const { name, value } = useAlertWords(alert);
  return alert.value === undefined
    ? t('seenAbsent', { metric: name })
    : t('seenValue', { metric: name, value: value(alert.value) });
}

/** Why a rule on a metric fired: what was seen and what was asked for. */
export function MetricReason({ alert }: { readonly alert: MetricAlert }): ReactNode {
  const { t } = useTranslation('alerts');
  const { name: metric, value, words } = useAlertWords(alert);
  const { condition, forSeconds } = alert;
  const time = words.value(forSeconds, 'seconds');
  const duration = forSeconds === 0 ? '' : t('because.lasting', { time });
  const seen = value(alert.value);
  const text = () => {
    if (condition.kind === 'absence') return t('because.absence', { metric, time });
    if (condition.kind === 'threshold') {
      return t(`because.${condition.side}`, { metric, value: seen, limit: value(condition.value), duration });
    }
    const limit = condition.percent ? words.value(condition.by, 'percent') : value(condition.by);
    return t(`because.${condition.direction}`, { metric, value: seen, limit, minutes: condition.minutes });
  };
  return <p className="text-sm text-fg-2">{text()}</p>;
}
