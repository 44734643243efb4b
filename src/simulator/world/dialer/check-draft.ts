import type { CampaignDraft } from '../campaign-port.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import type { Failure } from '../outcome.ts';
import { flowKeyOf } from './call-arrival.ts';
import { minutesOf } from './calling-window.ts';
import { packPhone } from './phone-number.ts';
import { refuse } from './refuse.ts';
import { isTimeZone } from './zone-clock.ts';

/** What is wrong with a campaign's settings, all of it at once; undefined when nothing is. */
export function checkDraft(draft: CampaignDraft, profile: TenantProfile): Failure | undefined {
  const { schedule } = draft;
  const details: { path: string; message: string }[] = [];
  const wrong = (path: string, message: string) => details.push({ path, message });
  if (draft.name.trim() === '') wrong('name', 'A name is required');
  if (flowKeyOf(profile, draft.flowId) === undefined) wrong('flowId', `There is no flow ${draft.flowId}`);
  const point = profile.pointsOfContact.find(({ id }) => id === draft.pointOfContactId);
  if (draft.pointOfContactId !== undefined && (point?.platform !== 'voice' || point.direction !== 'outbound')) {
    wrong('pointOfContactId', 'Not an outbound voice point of contact of this tenant');
  }
  if (packPhone(draft.callerId) === undefined) wrong('callerId', 'A number in E.164, such as +14165550123');
  if (!isTimeZone(schedule.fallbackTimeZone)) wrong('schedule.fallbackTimeZone', 'There is no such time zone');
  if (schedule.days.length === 0) wrong('schedule.days', 'At least one day is required');
  if (minutesOf(schedule.windowStart) >= minutesOf(schedule.windowEnd)) {
    wrong('schedule.windowEnd', 'The window ends after it starts');
  }
  const { startsAt, endsAt } = schedule;
  if (startsAt !== undefined && endsAt !== undefined && Date.parse(endsAt) <= Date.parse(startsAt)) {
    wrong('schedule.endsAt', 'The campaign ends after it starts');
  }
  if (details.length === 0) return undefined;
  return refuse('invalid', details.map(({ path, message }) => `${path}: ${message}`).join('; '), { details });
}
