import type { Rng } from '../random.ts';
import type { Calls } from './calls.ts';
import type { Capacity } from './campaign-forecast.ts';
import { advance, type CampaignRecord, remaining, windowOf } from './campaign-record.ts';
import { dials, isFinal } from './dispatcher-machine.ts';
import type { DoNotCallList } from './do-not-call-list.ts';

export interface DialerParts {
  readonly capacity: Capacity;
  readonly calls: Calls;
  readonly doNotCall: DoNotCallList;
  readonly rng: Rng;
  /** Share of calls that never report back. */
  readonly unreportedShare: number;
  readonly records: () => Iterable<CampaignRecord>;
}

/** Moves the tenant's campaigns on: what time does to them, whose turn it is, and who gets a line. */
export interface Dialer {
  /** @param now epoch milliseconds; never earlier than at the tick before */
  tick(now: number): void;
}

export function createDialer(parts: DialerParts): Dialer {
  const { calls, capacity, doNotCall } = parts;
  let lastTick: number | undefined;
  /** Calls that may be placed now; a fraction is carried on. */
  let allowance = 1;
  let turn = 0;

  /** What happens to a campaign by itself. */
  function pass(record: CampaignRecord, now: number): void {
    const { startsAt, endsAt } = record.draft.schedule;
    if (record.position.state === 'scheduled' && (startsAt === undefined || Date.parse(startsAt) <= now)) {
      advance(record, 'start-time', now);
    }
    if (endsAt !== undefined && Date.parse(endsAt) <= now) advance(record, 'end-time', now);
    for (const place of record.calendar.take(now)) {
      const state = record.contacts.state(place);
      if (state !== 'waiting-retry' && state !== 'scheduled') continue;
      // Set to a later time since: that one has an entry of its own.
      if (record.contacts.nextAt(place) > now) continue;
      record.contacts.setState(place, 'pending');
      record.lanes.addAgain(place);
    }
    const importing = record.uploads.some(({ state }) => state === 'processing');
    const total = record.contacts.length - record.contacts.count('removed');
    const called = total > 0 && remaining(record) === 0 && record.leases.size === 0;
    if (record.position.state === 'running' && called && !importing) advance(record, 'all-final', now);
    if (record.position.state === 'draining' && record.leases.size === 0) advance(record, 'drained', now);
  }

  /** The next contact that may be called now: of the zone whose window closes first. */
  function next(record: CampaignRecord, now: number): number | undefined {
    const { contacts } = record;
    const open = contacts.zones
      .map((_, zone) => ({ zone, ...windowOf(record, zone, now) }))
      .filter((window) => window.open && contacts.count('pending', window.zone) > 0)
      .sort((a, b) => (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY));
    for (const { zone } of open) {
      const place = record.lanes.take(zone);
      if (place !== undefined) return place;
    }
    return undefined;
  }

  /** Takes the first of those who wait for a line; whoever may not be called any more by now is left out. */
  function fromQueue(record: CampaignRecord, now: number): number | undefined {
    for (let place = record.queue.shift(); place !== undefined; place = record.queue.shift()) {
      if (record.contacts.state(place) !== 'pending') continue;
      if (windowOf(record, record.contacts.zone(place), now).open) return place;
      record.lanes.addAgain(place);
    }
    return undefined;
  }

  function placeOne(record: CampaignRecord, now: number): boolean {
    if (record.leases.size >= record.draft.concurrency) return false;
    const place = fromQueue(record, now) ?? next(record, now);
    if (place === undefined) return false;
    if (doNotCall.has(record.contacts.phone(place))) {
      record.contacts.setState(place, 'do-not-call');
      return true;
    }
    const scripted = record.toLose > 0;
    if (scripted) record.toLose -= 1;
    calls.place(record, place, scripted || parts.rng.chance(parts.unreportedShare));
    allowance -= 1;
    return true;
  }

  /** Gives out what lines and allowance there are, one campaign after the other. */
  function giveLines(running: readonly CampaignRecord[], now: number): void {
    let refused = 0;
    while (allowance >= 1 && calls.inUse < capacity.lines && refused < running.length) {
      const record = running[turn % running.length];
      turn += 1;
      refused = record !== undefined && placeOne(record, now) ? 0 : refused + 1;
    }
  }

  return {
    tick(now) {
      const elapsed = Math.max(0, now - (lastTick ?? now));
      lastTick = now;
      allowance = Math.min(
        allowance + (elapsed * capacity.callsPerSecond) / 1_000,
        Math.max(1, capacity.callsPerSecond),
      );
      doNotCall.sweep();
      const running: CampaignRecord[] = [];
      for (const record of parts.records()) {
        if (isFinal(record.position.state)) continue;
        pass(record, now);
        if (dials(record.position.state)) running.push(record);
      }
      if (running.length === 0) return;
      giveLines(running, now);
      if (calls.inUse < capacity.lines) return;
      // Every line is taken: those whose turn it is wait in their campaign's queue.
      for (const record of running) {
        while (record.leases.size + record.queue.length < record.draft.concurrency) {
          const place = next(record, now);
          if (place === undefined) break;
          record.queue.push(place);
        }
      }
    },
  };
}
