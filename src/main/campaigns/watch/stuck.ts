import { windowAt } from '../../../shared/models/calling-window.ts';
import type { Campaign } from '../../../shared/models/campaign.ts';
import type { Dispatcher, Forecast } from '../../../shared/models/dispatcher.ts';
import type { Stuck, StuckCause, Waiting } from '../../../shared/models/stuck.ts';

export interface Observed {
  readonly campaign: Campaign;
  readonly dispatcher: Dispatcher;
  /** The instance's own count, where it has one: whether anybody can be called now. */
  readonly forecast?: Forecast;
  /** Epoch ms, the instance's clock: when the console last saw a figure change; used where the instance tells none. */
  readonly lastSeenMoving: number;
}

/** States in which calls should go out or come to an end. */
export const MOVES: ReadonlySet<string> = new Set(['running', 'draining']);

/** Whether a dispatcher has nothing to do just now, and until when. Undefined: it has, or cannot be told. */
export function waitingOf({ campaign, dispatcher, forecast }: Observed, at: number): Waiting | undefined {
  if (dispatcher.state !== 'running' || (dispatcher.callsInProgress ?? 0) > 0) return undefined;
  const { pending } = campaign.progress ?? {};
  if (pending === 0) return { why: 'nothing-left' };
  const zones = forecast?.byZone ?? [];
  if (zones.length > 0) {
    if (zones.some(({ dialableNow }) => dialableNow > 0)) return undefined;
    const opens = zones.flatMap(({ opensAt }) => opensAt ?? []);
    const closed = zones.every(({ closesAt }) => closesAt === undefined);
    if (closed)
      return opens.length === 0 ? { why: 'windows-closed' } : { why: 'windows-closed', until: Math.min(...opens) };
    return { why: 'retries' };
  }
  if (campaign.schedule === undefined) return undefined;
  // Without a count by zone only the whole span and the fallback zone can be judged.
  const { open, opensAt, because } = windowAt(campaign.schedule, campaign.schedule.fallbackTimeZone, at);
  if (open || (because !== 'not-started' && because !== 'ended')) return undefined;
  return opensAt === undefined ? { why: 'windows-closed' } : { why: 'windows-closed', until: opensAt };
}

function causeOf({ dispatcher }: Observed): StuckCause {
  const { unreported = 0, callsInProgress = 0, concurrency, tenantCap, tenantInUse, state } = dispatcher;
  const lost = unreported > 0 || dispatcher.leased.some((lease) => lease.state === 'unreported');
  if (lost) return 'unreported-calls';
  if (tenantCap !== undefined && tenantInUse !== undefined && tenantInUse >= tenantCap) return 'tenant-cap';
  if (state === 'draining' && callsInProgress > 0) return 'draining-calls';
  if (concurrency !== undefined && callsInProgress >= concurrency) return 'no-lines';
  return 'unknown';
}

/**
 * Whether a dispatcher stands still: it should call or finish, has something to do, and has not moved for `afterMs`.
 * @param at epoch ms, the instance's clock.
 */
export function stuckOf(observed: Observed, at: number, afterMs: number): Stuck | undefined {
  const { dispatcher, lastSeenMoving } = observed;
  if (!MOVES.has(dispatcher.state) || waitingOf(observed, at) !== undefined) return undefined;
  const since = dispatcher.lastMovementAt ?? lastSeenMoving;
  if (at - since < afterMs) return undefined;
  const { leased, unreported } = dispatcher;
  return {
    since,
    cause: causeOf(observed),
    unreported: unreported ?? leased.filter(({ state }) => state === 'unreported').length,
    leased: [...leased].sort((a, b) => (a.since ?? 0) - (b.since ?? 0)),
  };
}
