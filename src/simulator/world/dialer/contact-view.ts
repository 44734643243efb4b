import type { Attempt, CampaignContact, ContactDetail } from '../campaign-port.ts';
import { isoTime } from '../iso-time.ts';
import type { StoredAttempt } from './attempt-store.ts';
import { windowAt } from './calling-window.ts';
import type { CampaignRecord } from './campaign-record.ts';
import { isFinal } from './dispatcher-machine.ts';
import { optionalTime } from './optional-time.ts';
import { phoneText } from './phone-number.ts';

export function contactIdOf({ number }: CampaignRecord, place: number): string {
  return `ct-${number}-${place + 1}`;
}

/** The place of a contact of this campaign, or undefined when it has none of that id. */
export function placeOf({ number, contacts }: CampaignRecord, contactId: string): number | undefined {
  const [, campaign, given] = /^ct-(\d+)-(\d+)$/.exec(contactId) ?? [];
  const place = Number(given) - 1;
  return Number(campaign) === number && contacts.has(place) ? place : undefined;
}

/** A contact as a list shows it. */
export function contactOf(record: CampaignRecord, place: number): CampaignContact {
  const { contacts, attempts } = record;
  const state = contacts.state(place);
  if (state === 'removed') throw new Error(`Contact ${place} of ${record.id} was removed`);
  const last = contacts.lastAttempt(place);
  const latest = last === 0 ? undefined : attempts.get(last - 1);
  const disposition = attempts.disposition(last);
  const row = contacts.row(place);
  const nextAt = contacts.nextAt(place);
  const upload = record.uploads.find(({ source }) => source !== 0 && source === contacts.source(place));
  return {
    contactId: contactIdOf(record, place),
    campaignId: record.id,
    ...(row > 0 && { row }),
    ...(upload && { uploadId: upload.id }),
    phone: phoneText(contacts.phone(place)),
    ...contacts.details(place),
    timeZone: contacts.zones[contacts.zone(place)] ?? record.draft.schedule.fallbackTimeZone,
    state,
    attempts: contacts.attempts(place),
    ...optionalTime('lastAttemptAt', latest?.at),
    ...optionalTime('nextAttemptAt', nextAt === 0 ? undefined : nextAt),
    ...(disposition !== undefined && { disposition }),
    ...(latest?.transcriptId !== undefined && { transcriptId: latest.transcriptId }),
  };
}

function attemptOf({ at, endedAt, disposition, transcriptId, unreported }: StoredAttempt, index: number): Attempt {
  return {
    attempt: index + 1,
    at: isoTime(at),
    ...optionalTime('endedAt', endedAt),
    ...(disposition !== undefined && { disposition }),
    ...(transcriptId !== undefined && { transcriptId }),
    ...(endedAt !== undefined && { durationSeconds: Math.round((endedAt - at) / 1_000) }),
    ...(unreported && { unreported }),
  };
}

/** A contact with every attempt, and why it is not being called now. */
export function contactDetailOf(record: CampaignRecord, place: number, now: number): ContactDetail {
  const attemptHistory = record.attempts.chain(record.contacts.lastAttempt(place)).map(attemptOf);
  const because = notCalledBecause(record, place, now);
  return { ...contactOf(record, place), attemptHistory, ...(because && { notCalledBecause: because }) };
}

function notCalledBecause(record: CampaignRecord, place: number, now: number): ContactDetail['notCalledBecause'] {
  const { contacts, draft } = record;
  const campaign = record.position.state;
  const state = contacts.state(place);
  if (state === 'dialing' || state === 'in-call' || state === 'done') return undefined;
  if (state === 'do-not-call' || state === 'skipped') return { code: state };
  if (state === 'unreachable') return { code: 'max-attempts' };
  if (isFinal(campaign) || campaign === 'draining') return { code: 'campaign-ended' };
  if (campaign === 'draft') return { code: 'draft' };
  if (campaign === 'paused') return { code: 'paused' };
  if (campaign === 'scheduled') {
    return { code: 'not-started', ...(draft.schedule.startsAt !== undefined && { until: draft.schedule.startsAt }) };
  }
  if (state !== 'pending') return { code: 'retry-wait', ...optionalTime('until', contacts.nextAt(place)) };
  // Looked up anew: why a window is closed may change before it opens.
  const window = windowAt(draft.schedule, contacts.zones[contacts.zone(place)] ?? 'UTC', now);
  if (!window.open) return { code: window.because ?? 'outside-window', ...optionalTime('until', window.until) };
  return { code: record.queue.includes(place) ? 'queue' : 'concurrency' };
}
