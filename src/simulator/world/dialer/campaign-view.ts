import type { Campaign, CampaignSummary, Dispatcher, Forecast } from '../campaign-port.ts';
import { isoTime } from '../iso-time.ts';
import { type Capacity, estimateEnd } from './campaign-forecast.ts';
import { type CampaignRecord, remaining, windowOf } from './campaign-record.ts';
import { contactIdOf } from './contact-view.ts';
import { isFinal, legalVerbs } from './dispatcher-machine.ts';
import { editableFields } from './editable.ts';
import { optionalTime } from './optional-time.ts';

const mostLeased = 50;

export interface ViewParts {
  readonly now: number;
  readonly capacity: Capacity;
  /** Lines that all campaigns of the tenant hold. */
  readonly inUse: number;
  /** What an answered minute costs; undefined where the platform does not tell. */
  readonly minutePrice: number | undefined;
}

/** A campaign as a list shows it. */
export function summaryOf(record: CampaignRecord, { now, capacity, minutePrice }: ViewParts): CampaignSummary {
  const { contacts, draft, position } = record;
  const { retry: _, requiredVariables: __, ...settings } = draft;
  const count = (state: Parameters<typeof contacts.count>[0]) => contacts.count(state);
  const running = position.state === 'running';
  return {
    campaignId: record.id,
    revision: record.revision,
    state: position.state,
    archived: record.archived,
    ...settings,
    createdAt: isoTime(record.createdAt),
    createdBy: record.createdBy,
    updatedAt: isoTime(record.updatedAt),
    ...optionalTime('startedAt', record.startedAt),
    ...optionalTime('endedAt', record.endedAt),
    ...(record.failure && { failure: record.failure }),
    progress: {
      total: contacts.length - count('removed'),
      pending: remaining(record),
      dialing: count('dialing'),
      inCall: count('in-call'),
      done: count('done'),
      skipped: count('skipped'),
      unreachable: count('unreachable'),
      doNotCall: count('do-not-call'),
    },
    outcomes: Object.fromEntries(record.outcomes),
    attempts: record.attempts.length,
    callsPerMinute: record.speed.perMinute(now),
    ...(minutePrice !== undefined && {
      cost: { amount: Math.round(record.billedMinutes * minutePrice * 100) / 100, currency: 'CAD' },
    }),
    ...optionalTime('estimatedEndAt', running ? estimateEnd(record, capacity, now) : undefined),
    legalVerbs: legalVerbs(position.state),
  };
}

/** A campaign with all there is to tell. */
export function campaignOf(record: CampaignRecord, parts: ViewParts): Campaign {
  const closing = openWindows(record, parts.now).flatMap(({ timeZone, until, contacts }) =>
    until === undefined ? [] : [{ timeZone, closesAt: isoTime(until), contacts }],
  );
  return {
    ...summaryOf(record, parts),
    retry: record.draft.retry,
    requiredVariables: record.draft.requiredVariables,
    nextWindowCloses: isFinal(record.position.state) ? [] : closing,
    editable: editableFields(record.position.state, record.archived),
  };
}

/** Zones with contacts still to be called whose windows are open, the one that closes first first. */
function openWindows(record: CampaignRecord, now: number) {
  return record.contacts.zones
    .map((timeZone, zone) => ({ timeZone, contacts: remaining(record, zone), ...windowOf(record, zone, now) }))
    .filter(({ open, contacts }) => open && contacts > 0)
    .sort((a, b) => (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY));
}

/** Where the dispatcher stands. */
export function dispatcherOf(record: CampaignRecord, { capacity, inUse }: ViewParts): Dispatcher {
  const leases = [...record.leases.values()];
  return {
    campaignId: record.id,
    state: record.position.state,
    revision: record.revision,
    legalVerbs: legalVerbs(record.position.state),
    concurrency: record.draft.concurrency,
    callsInProgress: leases.length,
    queued: record.queue.length,
    leased: leases.slice(0, mostLeased).map(({ place, since, state }) => {
      return { contactId: contactIdOf(record, place), since: isoTime(since), state };
    }),
    unreported: leases.filter(({ state }) => state === 'unreported').length,
    lastMovementAt: isoTime(record.lastMovementAt),
    ...(record.pausedBy && { pausedBy: record.pausedBy }),
    tenantCap: capacity.lines,
    tenantInUse: inUse,
  };
}

/** What would be called if the dispatcher ran now. @param others the tenant's other campaigns */
export function forecastOf(
  record: CampaignRecord,
  others: readonly CampaignRecord[],
  { now, capacity }: ViewParts,
): Forecast {
  const { contacts } = record;
  const byZone = contacts.zones.map((timeZone, zone) => {
    const { open, until } = windowOf(record, zone, now);
    const dialableNow = open ? contacts.count('pending', zone) : 0;
    const change = optionalTime(open ? 'closesAt' : 'opensAt', until);
    return { timeZone, contacts: remaining(record, zone), dialableNow, ...change };
  });
  const overlaps = others
    .filter(({ position }) => position.state !== 'draft' && !isFinal(position.state))
    .map((other) => ({ campaignId: other.id, name: other.draft.name, contacts: sharedNumbers(record, other) }))
    .filter((each) => each.contacts > 0);
  return {
    at: isoTime(now),
    dialableNow: byZone.reduce((sum, zone) => sum + zone.dialableNow, 0),
    byZone: byZone.filter((zone) => zone.contacts > 0),
    doNotCallHits: contacts.count('do-not-call'),
    overlaps,
    ...optionalTime('estimatedEndAt', estimateEnd(record, capacity, now)),
  };
}

const toCall: ReadonlySet<string> = new Set(['pending', 'waiting-retry', 'scheduled']);

/** How many numbers both are still to call; the smaller one is gone through. */
function sharedNumbers(a: CampaignRecord, b: CampaignRecord): number {
  const [small, large] = a.contacts.length <= b.contacts.length ? [a.contacts, b.contacts] : [b.contacts, a.contacts];
  let shared = 0;
  for (let place = 0; place < small.length; place += 1) {
    if (!toCall.has(small.state(place))) continue;
    const there = large.byPhone.get(small.phone(place));
    if (there !== undefined && toCall.has(large.state(there))) shared += 1;
  }
  return shared;
}
