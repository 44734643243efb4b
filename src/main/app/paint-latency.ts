/** Samples kept a tenant; enough for a steady p95, small enough to forget a bad minute. */
const KEPT = 2000;

/** Event-to-paint as the windows measured it: an event's arrival in main to the frame that shows it, in ms. */
export class PaintLatency {
  readonly #samples = new Map<string, number[]>();

  add(tenant: string, samples: readonly number[]): void {
    const kept = [...(this.#samples.get(tenant) ?? []), ...samples];
    this.#samples.set(tenant, kept.slice(-KEPT));
  }

  /** Nearest-rank percentiles over the samples kept, or undefined before the first. */
  summary(tenant: string): { p50: number; p95: number; max: number; count: number } | undefined {
    const sorted = [...(this.#samples.get(tenant) ?? [])].sort((a, b) => a - b);
    const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
    if (sorted.length === 0) return undefined;
    return { p50: at(0.5), p95: at(0.95), max: at(1), count: sorted.length };
  }
}
