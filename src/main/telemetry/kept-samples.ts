import { isKnown, type Labels, labelsKey } from '../../shared/models/metric.ts';
import { splitMark } from './gap-filler.ts';
import type { NewValue } from './metric-book.ts';
import type { PastSample } from './past-store.ts';

const MOST_PARTS = 200;

/**
 * What is kept of new values: every metric as a whole, and the parts of those that the console knows. A part of which
 * nothing is told any more, while others of its kind are, is none: without that its mean would be of the busy moments alone.
 */
export class KeptSamples {
  readonly #seen = new Map<string, Map<string, Labels>>();

  samples(fresh: readonly NewValue[]): readonly PastSample[] {
    return fresh.flatMap(({ metric: { id, value, parts, quantity } }): readonly PastSample[] => {
      const whole = value === undefined ? [] : [{ metric: id, labels: {}, value }];
      if (!isKnown(id)) return whole;
      const told = parts.flatMap((part) =>
        part.value === undefined ? [] : [{ metric: id, labels: part.labels, value: part.value }],
      );
      const none = quantity === 'count' || quantity === 'perMinute' ? this.#missing(id, told) : [];
      const splits = new Set([...told, ...none].map(({ labels }) => Object.keys(labels).join()));
      const marks = [...splits].map((by) => ({ metric: splitMark(id, by.split(',')), labels: {}, value: 1 }));
      return [...whole, ...told, ...none, ...marks];
    });
  }

  #missing(metric: string, told: readonly PastSample[]): readonly PastSample[] {
    const seen = this.#seen.get(metric) ?? new Map<string, Labels>();
    this.#seen.set(metric, seen);
    const now = new Set(told.map(({ labels }) => labelsKey(labels)));
    const missing = [...seen].flatMap(([key, labels]) => (now.has(key) ? [] : [{ metric, labels, value: 0 }]));
    for (const { labels } of told) if (seen.size < MOST_PARTS) seen.set(labelsKey(labels), labels);
    return missing;
  }
}
