import type { CampaignContact, ContactDesk, ContactState } from '../campaign-port.ts';
import type { Failure, Result } from '../outcome.ts';
import { zoneOfPhone } from './area-zones.ts';
import type { Calls } from './calls.ts';
import type { CampaignRecord, Lease } from './campaign-record.ts';
import { createContactSearch } from './contact-search.ts';
import { contactDetailOf, contactOf, placeOf } from './contact-view.ts';
import { pageByPlace } from './cursor-page.ts';
import { isFinal } from './dispatcher-machine.ts';
import type { DoNotCallList } from './do-not-call-list.ts';
import { packPhone } from './phone-number.ts';
import { refuse, wrongField } from './refuse.ts';
import { isTimeZone } from './zone-clock.ts';

const yearMs = 366 * 86_400_000;
const mostVariables = 100;
const longestValue = 2_000;

export interface ContactDeskParts {
  readonly find: (campaignId: string) => Result<CampaignRecord>;
  readonly now: () => number;
  readonly calls: Calls;
  readonly doNotCall: DoNotCallList;
}

interface Found {
  readonly record: CampaignRecord;
  readonly place: number;
  readonly state: ContactState;
}

const skippable: readonly ContactState[] = ['pending', 'waiting-retry', 'scheduled'];
const callable: readonly ContactState[] = [...skippable, 'done', 'skipped', 'unreachable'];

/** What may be done with single contacts. Each command takes effect at once, or is refused and changes nothing. */
export function createContactDesk(parts: ContactDeskParts): ContactDesk {
  const { find, now, calls, doNotCall } = parts;
  const search = createContactSearch();

  function findContact(campaignId: string, contactId: string): Result<Found> {
    const found = find(campaignId);
    if (!found.ok) return found;
    const record = found.value;
    const place = placeOf(record, contactId);
    const state = place === undefined ? 'removed' : record.contacts.state(place);
    if (place === undefined || state === 'removed') {
      return refuse('not-found', `Campaign ${campaignId} has no contact ${contactId}`);
    }
    return { ok: true, value: { record, place, state } };
  }

  function illegal(state: string, verb: string): Failure {
    return refuse('illegal-state', `A contact that is ${state} cannot be ${verb}`, { state });
  }

  /** Why a contact's next call cannot be changed; undefined when it can. */
  function locked({ record, state }: Found, allowed: readonly ContactState[], verb: string): Failure | undefined {
    const campaign = record.position.state;
    if (isFinal(campaign) || campaign === 'draining') {
      return refuse('illegal-state', `The campaign is ${campaign}: nobody is called any more`, { state: campaign });
    }
    return allowed.includes(state) ? undefined : illegal(state, verb);
  }

  /** A lost call that is to be given up; a call of which more will be heard is a refusal. */
  function lostCall({ record, place, state }: Found): { lease: Lease | undefined } | Failure {
    const lease = record.leases.get(place);
    if (lease === undefined || lease.state === 'unreported') return { lease };
    return refuse('in-call', 'The contact is being called', { state });
  }

  function show({ record, place }: Found): Result<CampaignContact> {
    return { ok: true, value: contactOf(record, place) };
  }

  return {
    list(campaignId, filter, start, limit) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const record = found.value;
      const { count, next } = search(record, filter);
      return pageByPlace(start, limit, count, next, (place) => contactOf(record, place));
    },
    get(campaignId, contactId) {
      const found = findContact(campaignId, contactId);
      return found.ok ? { ok: true, value: contactDetailOf(found.value.record, found.value.place, now()) } : found;
    },
    add(campaignId, { phone, timeZone, ...details }) {
      const found = find(campaignId);
      if (!found.ok) return found;
      const record = found.value;
      const state = record.position.state;
      if (isFinal(state) || state === 'draining' || record.archived) {
        return refuse('illegal-state', `The campaign is ${state}: it takes no more contacts`, { state });
      }
      const packed = packPhone(phone);
      if (packed === undefined) return wrongField('phone', 'A number in E.164, such as +14165550123');
      if (timeZone !== undefined && !isTimeZone(timeZone)) return wrongField('timeZone', 'There is no such time zone');
      const values = Object.entries(details.variables);
      if (values.length > mostVariables) return wrongField('variables', `At most ${mostVariables} variables`);
      const long = values.find(([, value]) => value.length > longestValue);
      if (long !== undefined) return wrongField(`variables.${long[0]}`, `At most ${longestValue} characters`);
      const missing = record.draft.requiredVariables.find((name) => !details.variables[name]);
      if (missing !== undefined) return wrongField(`variables.${missing}`, 'The campaign requires this variable');
      if (record.contacts.byPhone.get(packed) !== undefined) {
        return wrongField('phone', 'The campaign has this number already');
      }
      const zone = timeZone ?? zoneOfPhone(packed) ?? record.draft.schedule.fallbackTimeZone;
      const place = record.contacts.addSingly(packed, zone, details);
      record.lanes.addFresh(place);
      if (doNotCall.has(packed)) record.contacts.setState(place, 'do-not-call');
      return { ok: true, value: contactOf(record, place) };
    },
    remove(campaignId, contactId) {
      const found = findContact(campaignId, contactId);
      if (!found.ok) return found;
      const { record, place, state } = found.value;
      if (record.leases.has(place)) return refuse('in-call', 'The contact is being called', { state });
      record.contacts.setState(place, 'removed');
      return { ok: true, value: true };
    },
    skip(campaignId, contactId) {
      const found = findContact(campaignId, contactId);
      if (!found.ok) return found;
      const call = lostCall(found.value);
      if ('ok' in call) return call;
      const { record, place } = found.value;
      if (call.lease !== undefined) calls.giveUp(record, call.lease);
      else {
        const refusal = locked(found.value, skippable, 'skipped');
        if (refusal !== undefined) return refusal;
        record.contacts.setState(place, 'skipped');
      }
      return show(found.value);
    },
    retry(campaignId, contactId) {
      const found = findContact(campaignId, contactId);
      if (!found.ok) return found;
      const call = lostCall(found.value);
      if ('ok' in call) return call;
      const { record, place } = found.value;
      const refusal = locked(found.value, call.lease ? [found.value.state] : callable, 'called again');
      if (refusal !== undefined) return refusal;
      if (call.lease !== undefined) calls.giveUp(record, call.lease);
      const kept = doNotCall.has(record.contacts.phone(place));
      record.contacts.setState(place, kept ? 'do-not-call' : 'pending');
      if (!kept) record.lanes.addAgain(place);
      return show(found.value);
    },
    reschedule(campaignId, contactId, at) {
      const found = findContact(campaignId, contactId);
      if (!found.ok) return found;
      const call = lostCall(found.value);
      if ('ok' in call) return call;
      const { record, place } = found.value;
      const refusal = locked(found.value, callable, 'set to a time');
      if (refusal !== undefined) return refusal;
      if (!(at > now()) || at > now() + yearMs) return wrongField('at', 'A moment that is ahead, within a year');
      record.contacts.setState(place, 'scheduled', at);
      record.calendar.add(at, place);
      return show(found.value);
    },
  };
}
