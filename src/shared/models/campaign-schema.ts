import { z } from 'zod';
import {
  type CampaignChanges,
  type CampaignDraft,
  MACHINE_RULES,
  RETRIED_OUTCOMES,
  type Schedule,
  WEEKDAYS,
} from './campaign.ts';

const at = z.number().int().min(0).max(8.64e15);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

const scheduleSchema = z.object({
  startsAt: at.optional(),
  endsAt: at.optional(),
  days: z.array(z.enum(WEEKDAYS)).max(7),
  windowStart: timeOfDay,
  windowEnd: timeOfDay,
  holidays: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).max(400),
  fallbackTimeZone: z.string().min(1).max(64),
});

const rule = z.object({ afterMinutes: z.number().min(1).max(43_200) });
const retrySchema = z.partialRecord(z.enum(RETRIED_OUTCOMES), rule);

const fields = {
  name: z.string().trim().min(1).max(120),
  flowId: z.string().min(1).max(300),
  callerId: z.string().regex(/^\+[1-9]\d{5,14}$/),
  schedule: scheduleSchema,
  concurrency: z.number().int().min(1).max(10_000),
  maxAttempts: z.number().int().min(1).max(100),
  retry: retrySchema,
  answeringMachine: z.enum(MACHINE_RULES),
  requiredVariables: z.array(z.string().min(1).max(80)).max(50),
};
const description = z.string().max(2_000);
const pointOfContactId = z.string().min(1).max(300);

/** What a window sends to create a campaign. */
export const campaignDraftSchema = z.object({
  ...fields,
  description: description.optional(),
  pointOfContactId: pointOfContactId.optional(),
});

/** What a window sends to change one; null takes an optional field away. */
export const campaignChangesSchema = z
  .object({ ...fields, description: description.nullable(), pointOfContactId: pointOfContactId.nullable() })
  .partial();

/** A draft without fields that are undefined: what the platform's calls take. */
export function draftOf(input: z.output<typeof campaignDraftSchema>): CampaignDraft {
  const { schedule, retry, description: text, pointOfContactId: contact, ...rest } = input;
  return {
    ...rest,
    schedule: scheduleOf(schedule),
    retry: retryOf(retry),
    ...(text !== undefined && text !== '' && { description: text }),
    ...(contact !== undefined && { pointOfContactId: contact }),
  };
}

/** The same for changes. */
export function changesOf(input: z.output<typeof campaignChangesSchema>): CampaignChanges {
  const { schedule, retry, ...rest } = input;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(schedule !== undefined && { schedule: scheduleOf(schedule) }),
    ...(retry !== undefined && { retry: retryOf(retry) }),
  };
}

function scheduleOf({ startsAt, endsAt, ...rest }: z.output<typeof scheduleSchema>): Schedule {
  return { ...rest, ...(startsAt !== undefined && { startsAt }), ...(endsAt !== undefined && { endsAt }) };
}

function retryOf(retry: z.output<typeof retrySchema>): CampaignDraft['retry'] {
  return Object.fromEntries(Object.entries(retry).filter(([, value]) => value !== undefined));
}
