import { useSyncExternalStore } from 'react';

/** Event-to-paint over the last samples, in milliseconds. */
export interface PaintStats {
  readonly p50: number;
  readonly p95: number;
  readonly samples: number;
}

const KEPT = 512;
const samples: number[] = [];
const listeners = new Set<() => void>();
let stats: PaintStats | undefined;
let stale = false;

/** Adds what was measured: milliseconds from an event's arrival in main to the frame that drew it. */
export function recordPaints(milliseconds: readonly number[]): void {
  if (milliseconds.length === 0) return;
  samples.push(...milliseconds);
  if (samples.length > KEPT) samples.splice(0, samples.length - KEPT);
  stale = true;
  for (const listener of listeners) listener();
}

function current(): PaintStats | undefined {
  if (stale) {
    stats = summarise(samples);
    stale = false;
  }
  return stats;
}

function summarise(values: readonly number[]): PaintStats | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  const p50 = at(0.5);
  const p95 = at(0.95);
  return p50 === undefined || p95 === undefined ? undefined : { p50, p95, samples: sorted.length };
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The measured event-to-paint for the status bar; undefined before the first sample. */
export function usePaintStats(): PaintStats | undefined {
  return useSyncExternalStore(subscribe, current);
}
