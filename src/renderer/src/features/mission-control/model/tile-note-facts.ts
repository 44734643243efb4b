import type { Tile } from '../../../../../shared/models/board.ts';
import type { Labels } from '../../../../../shared/models/metric.ts';
import type { MetricProblem, TelemetryView } from '../../../../../shared/models/telemetry.ts';
import type { Change } from './compare.ts';
import { amountOf, metricsById } from './find-metric.ts';
import type { TileNow } from './tile-reader.ts';

/** Another number that explains a tile's, as finely as it is told. */
export type Companion =
  | { readonly kind: 'oldest'; readonly seconds: number }
  | { readonly kind: 'queued'; readonly count: number }
  | { readonly kind: 'worst'; readonly labels: Labels; readonly percent: number };

/** What stands beside a tile's number. */
export interface NoteFacts {
  readonly problem: MetricProblem | undefined;
  readonly companion: Companion | undefined;
  readonly change: Change | undefined;
  /** It changed for the worse. */
  readonly worse: boolean;
}

/** Undefined where there is no number that something could stand beside. */
export function noteFacts(tile: Tile, { facts, state }: TileNow): NoteFacts | undefined {
  const { found, known, change } = facts;
  if (found?.value === undefined) return undefined;
  const companion = Object.keys(tile.labels).length > 0 ? undefined : companionOf(tile.metric, state.view);
  return {
    problem: found.problem,
    companion,
    change,
    worse: change !== undefined && known?.worse === change.direction,
  };
}

function companionOf(metric: string, view: TelemetryView | undefined): Companion | undefined {
  if (metric === 'queue.waiting') {
    const seconds = Math.round(amountOf(view, 'queue.longestWait') ?? 0);
    return seconds === 0 ? undefined : { kind: 'oldest', seconds };
  }
  if (metric === 'voice.inUse') {
    const count = amountOf(view, 'voice.queued');
    return count === undefined ? undefined : { kind: 'queued', count: Math.round(count) };
  }
  if (metric !== 'functions.failureRate' || view === undefined) return undefined;
  const parts = metricsById(view.metrics).get(metric)?.parts ?? [];
  const worst = parts.reduce<(typeof parts)[number] | undefined>(
    (most, part) => ((part.value ?? 0) > (most?.value ?? 0) ? part : most),
    undefined,
  );
  if (worst?.value === undefined) return undefined;
  return { kind: 'worst', labels: worst.labels, percent: Math.round(worst.value * 10) / 10 };
}
