import { labelsKey } from '../../../shared/models/metric.ts';
import type { MetricRule, MetricTrial } from '../../../shared/models/metric-rule.ts';
import type { Annotation } from '../../../shared/models/telemetry.ts';
import type { Telemetry } from '../../telemetry/telemetry.ts';
import { MetricWatch, type RuleEdge } from './metric-watch.ts';
import { tryMetricRule } from './try-metric-rule.ts';

export interface MetricAlertsDeps {
  readonly now: () => number;
  /** Asked for only when rules need it: telemetry tells of alerts, too. */
  readonly telemetry: () => Pick<Telemetry, 'keep' | 'metric' | 'handlers'>;
  readonly onEdges: (tenant: string, edges: readonly RuleEdge[]) => void;
}

/** How much of the past a rule is tried against. */
const TRIED_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const MOST_MARKS = 200;

interface Watched {
  readonly watch: MetricWatch;
  readonly end: () => void;
}

/** Rules on metrics of the tenants that are watched. A tenant without an enabled rule is not asked for its metrics. */
export class MetricAlerts {
  readonly #deps: MetricAlertsDeps;
  readonly #watched = new Map<string, Watched>();
  readonly #marks = new Map<string, Annotation[]>();

  constructor(deps: MetricAlertsDeps) {
    this.#deps = deps;
  }

  /** The rules of a tenant from now on; none ends the watch. */
  setRules(tenant: string, rules: readonly MetricRule[]): void {
    const known = this.#watched.get(tenant);
    if (!rules.some(({ enabled }) => enabled)) {
      this.forget(tenant);
      return;
    }
    const watched = known ?? this.#begin(tenant);
    this.#tell(tenant, watched.watch.setRules(rules));
  }

  forget(tenant: string): void {
    const known = this.#watched.get(tenant);
    if (known === undefined) return;
    this.#tell(tenant, known.watch.setRules([]));
    this.#watched.delete(tenant);
    known.end();
  }

  forgetAll(): void {
    for (const tenant of [...this.#watched.keys()]) this.forget(tenant);
    this.#marks.clear();
  }

  /** Time passed. */
  tick(): void {
    for (const [tenant, { watch }] of this.#watched) this.#tell(tenant, watch.look());
  }

  /** When rules fired and stopped, to be marked on charts. */
  marks(tenant: string): readonly Annotation[] {
    return this.#marks.get(tenant) ?? [];
  }

  /** What a rule would have done to the last day, as far as that is known here. */
  async try(tenant: string, rule: MetricRule): Promise<MetricTrial> {
    const to = this.#deps.now();
    const span = { from: to - TRIED_MS, to };
    const series = [{ metric: rule.metric, labels: rule.labels }];
    const [past] = await this.#deps.telemetry().handlers.past({ tenant, ...span, series });
    return tryMetricRule(rule, past ?? { at: [], values: [], stepMs: MINUTE_MS }, span);
  }

  #begin(tenant: string): Watched {
    const telemetry = this.#deps.telemetry();
    const watch = new MetricWatch({
      now: this.#deps.now,
      metric: (id) => telemetry.metric(tenant, id),
      valueAt: (rule, at) => this.#valueAt(tenant, rule, at),
    });
    const end = telemetry.keep(tenant, () => this.#tell(tenant, watch.look()));
    const watched = { watch, end };
    this.#watched.set(tenant, watched);
    return watched;
  }

  #valueAt(tenant: string, rule: MetricRule, at: number): number | undefined {
    const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
    const series = [{ metric: rule.metric, labels: rule.labels }];
    const span = { from: minute - MINUTE_MS, to: minute + 2 * MINUTE_MS };
    const read = this.#deps.telemetry().handlers.past({ tenant, ...span, series });
    const values = Array.isArray(read) ? read[0]?.values : undefined;
    const known = values?.filter((value: number | null) => value !== null) ?? [];
    return known.length === 0 ? undefined : known.reduce((sum: number, value: number) => sum + value, 0) / known.length;
  }

  #tell(tenant: string, edges: readonly RuleEdge[]): void {
    if (edges.length === 0) return;
    const marks = [...(this.#marks.get(tenant) ?? [])];
    const at = this.#deps.now();
    for (const { kind, rule } of edges) {
      const id = `alert:${rule.id}:${labelsKey(rule.labels)}`;
      const open = marks.findLast((mark) => mark.id.startsWith(`${id}:`) && mark.open === true);
      if (kind === 'fired') marks.push({ id: `${id}:${at}`, kind: 'alert', at, text: rule.name, open: true });
      else if (open !== undefined) {
        const { open: _open, ...closed } = open;
        marks.splice(marks.indexOf(open), 1, { ...closed, until: at });
      }
    }
    this.#marks.set(tenant, marks.slice(-MOST_MARKS));
    this.#deps.onEdges(tenant, edges);
  }
}
