import type { PacePoint } from '../../../../shared/models/campaign-views.ts';

/** One moment of a campaign's speed; null where nobody looked, or where it cannot be told. */
export interface PaceRow {
  /** Epoch ms, this computer's clock. */
  readonly at: number;
  readonly callsPerMinute: number | null;
  readonly inCall: number | null;
}

const MINUTE = 60_000;
/** Rows of the table. */
const MOST_MINUTES = 120;

/** The points as a chart draws them: a gap is a row of nothing; speed is the instance's, else that of the attempts since a minute before. */
export function paceRows(points: readonly PacePoint[]): readonly PaceRow[] {
  const rows: PaceRow[] = [];
  let from = 0;
  for (const [nth, point] of points.entries()) {
    if (point.gap === true) {
      from = nth;
      rows.push({ at: point.at - 1, callsPerMinute: null, inCall: null });
    }
    while (point.at - (points[from + 1]?.at ?? point.at) >= MINUTE) from += 1;
    rows.push({
      at: point.at,
      callsPerMinute: point.callsPerMinute ?? measured(points[from], point),
      inCall: point.inCall,
    });
  }
  return rows;
}

/** Attempts a minute between two points that are at least a minute apart. */
function measured(before: PacePoint | undefined, now: PacePoint): number | null {
  if (before === undefined || now.at - before.at < MINUTE) return null;
  return Math.max(0, ((now.attempts - before.attempts) * MINUTE) / (now.at - before.at));
}

/** The last row of each minute, newest first: what a table can hold. */
export function rowsByMinute(rows: readonly PaceRow[]): readonly PaceRow[] {
  const byMinute = new Map(
    rows.filter(({ inCall }) => inCall !== null).map((row) => [Math.floor(row.at / MINUTE), row]),
  );
  return [...byMinute.values()].reverse().slice(0, MOST_MINUTES);
}
