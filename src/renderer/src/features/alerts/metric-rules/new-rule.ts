import { KNOWN_METRIC_IDS, knownMetric, type Labels } from '../../../../../shared/models/metric.ts';
import type { MetricCondition, MetricRule } from '../../../../../shared/models/metric-rule.ts';

/** A condition of a kind with sensible limits for a metric, to start from. */
export function firstCondition(kind: MetricCondition['kind'], metric: string): MetricCondition {
  const known = knownMetric(metric);
  const down = known?.worse === 'down';
  switch (kind) {
    case 'threshold':
      return { kind, side: down ? 'below' : 'above', value: known?.bands?.alarm ?? 0 };
    case 'rate':
      return { kind, direction: down ? 'down' : 'up', by: 20, percent: true, minutes: 15 };
    case 'absence':
      return { kind };
  }
}

/** A new rule, off until it was tried. */
export function firstRule(name: string, metric: string = KNOWN_METRIC_IDS[0] ?? '', labels: Labels = {}): MetricRule {
  return {
    id: crypto.randomUUID(),
    name,
    enabled: false,
    severity: 'warning',
    metric,
    labels: { ...labels },
    condition: firstCondition('threshold', metric),
    forSeconds: 60,
    minSamples: 0,
  };
}

/** The rule that an address asks for; undefined when it asks for none. */
export function askedRule(
  asked: { readonly metric?: string; readonly labels?: string },
  nameOf: (metric: string) => string,
): MetricRule | undefined {
  if (asked.metric === undefined) return undefined;
  return firstRule(nameOf(asked.metric).slice(0, 120), asked.metric, labelsIn(asked.labels));
}

function labelsIn(text: string | undefined): Labels {
  try {
    const read: unknown = JSON.parse(text ?? '{}');
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(
      Object.entries(read).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
  } catch {
    return {};
  }
}
