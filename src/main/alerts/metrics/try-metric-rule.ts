import type { MetricRule, MetricTrial, MetricTrialHit } from '../../../shared/models/metric-rule.ts';
import type { SeriesData } from '../../../shared/models/telemetry.ts';
import { MetricEvaluator } from './metric-evaluator.ts';

const MOST_HITS = 100;

interface Known {
  readonly at: number;
  readonly value: number;
}

/** The last value at or before a time, if it is not older than two steps. */
function valueAt(points: readonly Known[], time: number, stepMs: number): number | undefined {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? 0) <= time) low = middle + 1;
    else high = middle;
  }
  const found = points[low - 1];
  return found !== undefined && time - found.at <= 2 * stepMs ? found.value : undefined;
}

/**
 * What a rule would have done over a past, with the same judgement as live. The past tells no numbers of cases: the rule's
 * minimum is left out, and that is said.
 */
export function tryMetricRule(
  rule: MetricRule,
  past: SeriesData & { readonly stepMs: number },
  span: { readonly from: number; readonly to: number },
): MetricTrial {
  const points = past.at.flatMap((at, place): readonly Known[] => {
    const value = past.values[place];
    return value === null || value === undefined ? [] : [{ at, value }];
  });
  const evaluator = new MetricEvaluator({ ...rule, enabled: true, minSamples: 0 }, span.from);
  const hits: { from: number; until?: number; value?: number }[] = [];
  let known: Known | undefined;
  let next = 0;
  for (let now = span.from; now <= span.to; now += past.stepMs) {
    for (let point = points[next]; point !== undefined && point.at <= now; point = points[next]) {
      known = point;
      next += 1;
    }
    const at = known?.at;
    const before = (minutes: number) =>
      at === undefined ? undefined : valueAt(points, at - minutes * 60_000, past.stepMs);
    // A step stands for all of itself: it is as fresh as the moment that is looked at.
    const seen = at !== undefined && now - at < 2 * past.stepMs && rule.condition.kind !== 'absence' ? now : at;
    const edge = evaluator.look({ value: known?.value, at: seen, samples: undefined, before }, now);
    const last = hits.at(-1);
    if (edge?.kind === 'fired') hits.push({ from: now, ...(edge.value !== undefined && { value: edge.value }) });
    else if (edge?.kind === 'cleared' && last !== undefined) last.until = now;
  }
  return {
    ...span,
    points: points.length,
    hits: hits.slice(0, MOST_HITS) satisfies readonly MetricTrialHit[],
    sampleUnknown: rule.minSamples > 0,
  };
}
