import type { CampaignSummary } from '../../../shared/models/campaign.ts';
import type { PacePoint } from '../../../shared/models/campaign-views.ts';
import { isOver } from '../../../shared/models/dispatcher-rules.ts';
import { present } from '../../platform/decode/present.ts';

/** Points kept of one campaign; more make the older half coarser. */
export const PACE_POINTS = 480;
/** Readings further apart than this have something between them that nobody saw, ms. */
const GAP_MS = 60_000;

/**
 * How the campaigns of a tenant moved in this run of the console: one point a reading, whoever read. The further back, the
 * further apart the points, so that a day fits.
 */
export class PaceBook {
  readonly #points = new Map<string, readonly PacePoint[]>();

  /** Takes a reading. @param at epoch ms, this machine's clock */
  note(campaign: CampaignSummary, at: number): void {
    const { id, state, attempts, progress, callsPerMinute } = campaign;
    if (state === 'draft' || isOver(state) || attempts === undefined) return;
    const before = this.#points.get(id) ?? [];
    const last = before.at(-1);
    if (last !== undefined && at <= last.at) return;
    const inCall = (progress?.inCall ?? 0) + (progress?.dialing ?? 0);
    const gap = last !== undefined && at - last.at > GAP_MS ? true : undefined;
    const points = [...before, present({ at, attempts, inCall, callsPerMinute, gap })];
    this.#points.set(id, points.length > PACE_POINTS ? thinned(points) : points);
  }

  /** Oldest first. */
  of(id: string): readonly PacePoint[] {
    return this.#points.get(id) ?? [];
  }
}

/** Of the older half every second point goes; what nobody saw stays told by the point behind it. */
function thinned(points: readonly PacePoint[]): readonly PacePoint[] {
  const half = points.length >> 1;
  const kept: PacePoint[] = [];
  let gap = false;
  for (const [nth, point] of points.entries()) {
    if (nth < half && nth % 2 === 1) gap ||= point.gap === true;
    else {
      kept.push(gap ? { ...point, gap } : point);
      gap = false;
    }
  }
  return kept;
}
