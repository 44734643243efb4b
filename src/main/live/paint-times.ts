import type { HubReport } from '../../shared/models/freshness.ts';

/** Samples kept for each tenant; older ones give way. */
const KEPT = 2_000;

/** Times from an event's arrival to its paint, as the windows measured them. */
export class PaintTimes {
  readonly #samples = new Map<string, number[]>();

  add(tenant: string, samples: readonly number[]): void {
    this.#samples.set(tenant, [...(this.#samples.get(tenant) ?? []), ...samples].slice(-KEPT));
  }

  /** Nearest-rank percentiles of what is kept; undefined when there is none. */
  summary(tenant: string): HubReport['paint'] {
    const sorted = [...(this.#samples.get(tenant) ?? [])].sort((a, b) => a - b);
    const max = sorted.at(-1);
    if (max === undefined) return undefined;
    const rank = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? max;
    return { samples: sorted.length, p50: rank(0.5), p95: rank(0.95), max };
  }
}
