import type { PastPoint, Span } from './past-store.ts';

/** How far back single values are kept, ms; beyond it the store's minutes will do. */
export const RECENT_MS = 3_600_000;
/** Series with single values; beyond it there are minutes only. */
const MOST_SERIES = 400;

/** The values of the last hour just as they came, in memory, so that a chart of minutes is a live one. */
export class RecentPast {
  readonly #series = new Map<string, PastPoint[]>();

  add(metric: string, at: number, value: number): void {
    let points = this.#series.get(metric);
    if (points === undefined) {
      if (this.#series.size >= MOST_SERIES) return;
      points = [];
      this.#series.set(metric, points);
    }
    const last = points.at(-1);
    if (last !== undefined && at <= last.at) return;
    points.push({ at, value });
    // Cut now and then, not with each value.
    const first = points[0];
    if (first !== undefined && at - first.at > 1.2 * RECENT_MS) {
      points.splice(
        0,
        points.findIndex((point) => point.at >= at - RECENT_MS),
      );
    }
  }

  read(metric: string, { from, to }: Span): readonly PastPoint[] {
    const points = this.#series.get(metric) ?? [];
    return points.filter(({ at }) => at >= from && at < to);
  }
}
