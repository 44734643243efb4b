import { isOfSplit, labelsOf } from './keys.ts';
import { metricList } from './metric-list.ts';
import type { Summary } from './summary.ts';
import type { MetricReading } from './telemetry-port.ts';

/** Splits with more than one label are for history only: there are too many combinations to tell each time. */
const simple = (by: readonly string[]): boolean => by.length === 1;

/** Every metric as of now, with its parts. */
export function readingsOf({ values, samples }: Summary): readonly MetricReading[] {
  return metricList.map(({ name, label, unit, splits }) => {
    const parts = splits
      .filter(simple)
      .flatMap((by) =>
        [...values].flatMap(([key, value]) => (isOfSplit(key, name, by) ? { labels: labelsOf(key), value } : [])),
      );
    const count = samples.get(name);
    return {
      name,
      label,
      unit,
      value: values.get(name) ?? null,
      parts,
      ...(count !== undefined && { samples: count }),
    };
  });
}
