import type { PastSeries } from '../../../../../shared/models/telemetry.ts';
import type { Span } from '../../../charts/line.ts';

/** The metrics that the table is made of, by flow; failures also by function and reason. */
export const BEHIND = {
  started: 'conversations.started',
  contained: 'conversations.contained',
  handedOff: 'conversations.handedOff',
  abandoned: 'conversations.abandoned',
  wait: 'queue.medianWait',
} as const;
export const FAILURES = { metric: 'functions.failed', by: ['flow', 'function', 'reason'] } as const;
export type Counted = Exclude<keyof typeof BEHIND, 'wait'>;

/** What happened in one flow within a span. */
export interface BehindRow {
  readonly flow: string;
  readonly started: number;
  readonly contained: number;
  readonly handedOff: number;
  readonly abandoned: number;
  /** Percent of those that the AI settled or handed off; undefined when there were none. */
  readonly containedShare: number | undefined;
  /** Seconds; undefined when nobody waited. */
  readonly medianWait: number | undefined;
  readonly failure: { readonly name: string; readonly reason: string; readonly count: number } | undefined;
}

const MINUTE_MS = 60_000;

function known({ at, values }: PastSeries, { from, to }: Span): readonly number[] {
  return values.filter(
    (value, place) => value !== null && (at[place] ?? 0) >= from && (at[place] ?? 0) < to,
  ) as number[];
}

/** How many things a line of counts per minute stands for within a span. */
export function countOf(series: PastSeries, span: Span): number {
  return known(series, span).reduce((sum, value) => sum + value, 0) * (series.stepMs / MINUTE_MS);
}

/** A middle of medians: exact would need every single wait. */
function middle(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** The rows of the table: one a flow, the busiest first. */
export function behindRows(
  parts: Readonly<Record<keyof typeof BEHIND, readonly PastSeries[]>>,
  failures: readonly PastSeries[],
  span: Span,
): readonly BehindRow[] {
  const flows = new Set(Object.values(parts).flatMap((list) => list.flatMap(({ labels }) => labels['flow'] ?? [])));
  const of = (list: readonly PastSeries[], flow: string) => list.find(({ labels }) => labels['flow'] === flow);
  const rows = [...flows].map((flow): BehindRow => {
    const count = (name: Counted) => {
      const series = of(parts[name], flow);
      return series === undefined ? 0 : Math.round(countOf(series, span));
    };
    const [contained, handedOff] = [count('contained'), count('handedOff')];
    const settled = contained + handedOff;
    const waits = of(parts.wait, flow);
    return {
      flow,
      started: count('started'),
      contained,
      handedOff,
      abandoned: count('abandoned'),
      containedShare: settled === 0 ? undefined : (contained / settled) * 100,
      medianWait: waits === undefined ? undefined : middle(known(waits, span)),
      failure: worstFailure(failures, flow, span),
    };
  });
  return rows
    .filter(({ started, contained, handedOff, abandoned }) => started + contained + handedOff + abandoned > 0)
    .sort((a, b) => b.started - a.started || a.flow.localeCompare(b.flow));
}

function worstFailure(failures: readonly PastSeries[], flow: string, span: Span): BehindRow['failure'] {
  const found = failures
    .filter(({ labels }) => labels['flow'] === flow)
    .map((series) => ({
      name: series.labels['function'] ?? '',
      reason: series.labels['reason'] ?? '',
      count: Math.round(countOf(series, span)),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return found[0];
}

/** All flows together. */
export function totalOf(rows: readonly BehindRow[]): Pick<BehindRow, Counted> {
  const sum = (name: Counted) => rows.reduce((total, row) => total + row[name], 0);
  return {
    started: sum('started'),
    contained: sum('contained'),
    handedOff: sum('handedOff'),
    abandoned: sum('abandoned'),
  };
}
