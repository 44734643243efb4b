import { labelsKey } from '../../../shared/models/metric.ts';
import type { MetricRule } from '../../../shared/models/metric-rule.ts';
import type { MetricState } from '../../../shared/models/telemetry.ts';
import { type MetricEdge, MetricEvaluator, type MetricReading } from './metric-evaluator.ts';

export interface MetricWatchDeps {
  readonly now: () => number;
  /** The metric as it is known now. */
  readonly metric: (id: string) => MetricState | undefined;
  /** The mean of the minute at a time, where it is known. */
  readonly valueAt: (rule: MetricRule, at: number) => number | undefined;
}

export type RuleEdge = MetricEdge & { readonly rule: MetricRule };

/** Watches the rules on the metrics of one tenant. */
export class MetricWatch {
  readonly #deps: MetricWatchDeps;
  #evaluators = new Map<string, { readonly rule: MetricRule; readonly evaluator: MetricEvaluator }>();

  constructor(deps: MetricWatchDeps) {
    this.#deps = deps;
  }

  /** Replaces the rules. One that stayed as it was goes on where it stood; what is gone is cleared. */
  setRules(rules: readonly MetricRule[]): readonly RuleEdge[] {
    const before = this.#evaluators;
    this.#evaluators = new Map(
      rules
        .filter(({ enabled }) => enabled)
        .map((rule) => {
          const known = before.get(rule.id);
          const same = known !== undefined && JSON.stringify(known.rule) === JSON.stringify(rule);
          return [rule.id, same ? known : { rule, evaluator: new MetricEvaluator(rule, this.#deps.now()) }];
        }),
    );
    return [...before.values()]
      .filter(({ rule, evaluator }) => evaluator.firing && this.#evaluators.get(rule.id)?.evaluator !== evaluator)
      .map(({ rule }) => ({ rule, kind: 'cleared', value: undefined }));
  }

  /** Looks at every rule once: after each answer, and as time passes. */
  look(): readonly RuleEdge[] {
    const now = this.#deps.now();
    const edges: RuleEdge[] = [];
    for (const { rule, evaluator } of this.#evaluators.values()) {
      const edge = evaluator.look(this.#reading(rule), now);
      if (edge !== undefined) edges.push({ ...edge, rule });
    }
    return edges;
  }

  #reading(rule: MetricRule): MetricReading {
    const state = this.#deps.metric(rule.metric);
    const at = state?.at;
    const before = (minutes: number) =>
      at === undefined ? undefined : this.#deps.valueAt(rule, at - minutes * 60_000);
    const wanted = labelsKey(rule.labels);
    if (wanted === '') return { value: state?.value, at, samples: state?.samples, before };
    const part = state?.parts.find(({ labels }) => labelsKey(labels) === wanted);
    // A part that is not among those told has none of what is counted, or nothing to tell.
    const value = part?.value;
    return { value, at: value === undefined ? undefined : at, samples: undefined, before };
  }
}
