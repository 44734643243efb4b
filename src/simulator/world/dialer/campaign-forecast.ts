import { windowAt } from './calling-window.ts';
import type { CampaignRecord } from './campaign-record.ts';
import { remaining, windowOf } from './campaign-record.ts';
import { forecastEnd } from './forecast-end.ts';

/** How long a call holds its line before any has been had, and how many calls that guess weighs. */
const usualCallMs = 40_000;
const guessWeight = 10;
/** Calls that one contact takes, retries included, before any has been had. */
const usualCalls = 1.35;
const estimateHoldsMs = 5_000;

/** What the dialer can do at most. */
export interface Capacity {
  /** Lines of the tenant. */
  readonly lines: number;
  readonly callsPerSecond: number;
}

/**
 * When the campaign would have called everybody, if it ran from now on with all lines that it may use and that no lost
 * call holds. Undefined when never.
 */
export function estimateEnd(record: CampaignRecord, capacity: Capacity, now: number): number | undefined {
  const known = record.estimate;
  if (
    known !== undefined &&
    known.revision === record.revision &&
    now - known.at < estimateHoldsMs &&
    now >= known.at
  ) {
    return known.endsAt;
  }
  const endsAt = computeEnd(record, capacity, now);
  record.estimate = { at: now, revision: record.revision, endsAt };
  return endsAt;
}

function computeEnd(record: CampaignRecord, { lines, callsPerSecond }: Capacity, now: number): number | undefined {
  const { contacts, draft, outcomes } = record;
  const lost = [...record.leases.values()].filter(({ state }) => state === 'unreported').length;
  const usable = Math.min(draft.concurrency, lines) - lost;
  const ended = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  const callMs = (record.lineMs + usualCallMs * guessWeight) / (ended + guessWeight);
  const perMinute = Math.min((Math.max(0, usable) * 60_000) / callMs, callsPerSecond * 60);
  const zones = contacts.zones.map((name, zone) => ({
    calls: remaining(record, zone) * Math.min(usualCalls, draft.maxAttempts),
    windowAt: (at: number) => (at === now ? windowOf(record, zone, now) : windowAt(draft.schedule, name, at)),
  }));
  return forecastEnd(zones, now, perMinute);
}
