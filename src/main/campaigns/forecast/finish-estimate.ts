import type { ClosingZone, Finish, FinishAssumptions } from '../../../shared/models/blast-radius.ts';
import { type OpenSpan, openSpans } from '../../../shared/models/calling-window.ts';
import type { CampaignSummary, Schedule } from '../../../shared/models/campaign.ts';
import type { Dispatcher } from '../../../shared/models/dispatcher.ts';

const MINUTE = 60_000;
/** Minutes that a call holds a line where nothing was measured yet. */
const ASSUMED_CALL_MINUTES = 2;
/** Calls that were seen before a measured length is believed. */
const ENOUGH_CALLS = 5;

/** What the campaign's own calls tell, and what is assumed where they tell nothing. */
export function assumptionsFor(campaign: CampaignSummary, dispatcher: Dispatcher | undefined): FinishAssumptions {
  const rate = campaign.callsPerMinute ?? 0;
  const busy = dispatcher?.callsInProgress ?? 0;
  const attempts = campaign.attempts ?? 0;
  // Little's law: calls in progress = calls a minute × minutes a call.
  const measured = rate > 0 && busy > 0 && attempts >= ENOUGH_CALLS;
  const { done = 0, unreachable = 0 } = campaign.progress ?? {};
  const finished = done + unreachable;
  const concurrency = dispatcher?.concurrency ?? campaign.concurrency ?? 1;
  const { tenantCap, tenantInUse = 0 } = dispatcher ?? {};
  const free = tenantCap === undefined ? concurrency : Math.max(0, tenantCap - tenantInUse) + busy;
  return {
    callMinutes: measured ? Math.max(0.1, busy / rate) : ASSUMED_CALL_MINUTES,
    callMinutesFrom: measured ? 'measured' : 'assumed',
    callsPerContact: finished >= ENOUGH_CALLS ? Math.max(1, attempts / finished) : 1,
    lines: Math.max(0, Math.min(concurrency, free)),
  };
}

interface Waiting {
  readonly timeZone: string;
  readonly contacts: number;
  left: number;
  readonly spans: Iterator<OpenSpan>;
  span: OpenSpan | undefined;
}

/** What calling at full concurrency comes to. */
export interface Estimate {
  readonly finish: Finish;
  /** Zones whose window closes first while contacts are left, soonest first. */
  readonly closingFirst: readonly ClosingZone[];
}

/** Zones told of, at most. */
const CLOSING_TOLD = 5;

/**
 * Plays the calls of all zones through their windows: the lines go to whichever open zone closes first.
 * @param zones contacts still to be called by zone. @param from epoch ms, the instance's clock.
 */
export function estimateFinish(
  zones: readonly { readonly timeZone: string; readonly contacts: number }[],
  schedule: Schedule,
  assumptions: FinishAssumptions,
  from: number,
): Estimate {
  const waiting = zones.map(({ timeZone, contacts }): Waiting => {
    const spans = openSpans(schedule, timeZone, from);
    return { timeZone, contacts, left: contacts, spans, span: next(spans) };
  });
  const closings = new Map<string, ClosingZone>();
  const perMs = assumptions.lines / (assumptions.callMinutes * assumptions.callsPerContact * MINUTE);
  const remaining = () => waiting.reduce((total, zone) => total + zone.left, 0);
  const ended = (never: 'schedule-ends' | 'no-window' | 'too-far'): Estimate => ({
    finish: { never, left: Math.ceil(remaining()) },
    closingFirst: soonest(closings),
  });
  let at = from;
  if (remaining() === 0) return { finish: { at }, closingFirst: [] };
  if (perMs <= 0) return ended('too-far');
  for (;;) {
    const open = waiting
      .filter(({ left, span }) => left > 0 && span !== undefined && span.from <= at)
      .sort((a, b) => (a.span?.to ?? 0) - (b.span?.to ?? 0));
    const boundaries = waiting.flatMap(({ left, span }) =>
      left <= 0 || span === undefined ? [] : [span.from > at ? span.from : span.to],
    );
    if (boundaries.length === 0) return ended(schedule.endsAt === undefined ? 'no-window' : 'schedule-ends');
    const until = Math.min(...boundaries);
    let capacity = (until - at) * perMs;
    let used = 0;
    for (const zone of open) {
      const taken = Math.min(zone.left, capacity);
      zone.left -= taken;
      capacity -= taken;
      used += taken;
    }
    // Rounding must not leave a millionth of a contact for tomorrow.
    if (remaining() < 1e-6) return { finish: { at: Math.ceil(at + used / perMs) }, closingFirst: soonest(closings) };
    at = until;
    for (const zone of waiting) {
      if (zone.span === undefined || zone.span.to > at) continue;
      if (zone.left > 0 && !closings.has(zone.timeZone)) {
        const { timeZone, contacts, left, span } = zone;
        closings.set(timeZone, { timeZone, closesAt: span.to, contacts, left: Math.ceil(left) });
      }
      zone.span = next(zone.spans);
    }
  }
}

function next(spans: Iterator<OpenSpan>): OpenSpan | undefined {
  const step = spans.next();
  return step.done === true ? undefined : step.value;
}

function soonest(closings: ReadonlyMap<string, ClosingZone>): readonly ClosingZone[] {
  return [...closings.values()].sort((a, b) => a.closesAt - b.closesAt).slice(0, CLOSING_TOLD);
}
