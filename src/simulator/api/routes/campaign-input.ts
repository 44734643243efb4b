import type { z } from '@hono/zod-openapi';
import type { CampaignDraft, CampaignPatch, CampaignSchedule } from '../../world/campaign-port.ts';
import type { campaignDraft, campaignPatch } from '../schemas/campaign.ts';
import { withoutUndefined } from './without-undefined.ts';

/** A schedule with its times as the world writes them. */
function scheduleOf({ startsAt, endsAt, ...rest }: z.infer<typeof campaignDraft>['schedule']): CampaignSchedule {
  const written = (time: string | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
  return withoutUndefined({ ...rest, startsAt: written(startsAt), endsAt: written(endsAt) });
}

/** A new campaign as the world takes it: what may be left out is left out rather than undefined. */
export function draftOf({ schedule, retry, ...rest }: z.infer<typeof campaignDraft>): CampaignDraft {
  return { ...withoutUndefined(rest), schedule: scheduleOf(schedule), retry: withoutUndefined(retry) };
}

/** The changes of a campaign as the world takes them. */
export function patchOf({
  schedule,
  retry,
  ...rest
}: Omit<z.infer<typeof campaignPatch>, 'expectedRevision'>): CampaignPatch {
  return {
    ...withoutUndefined(rest),
    ...(schedule && { schedule: scheduleOf(schedule) }),
    ...(retry && { retry: withoutUndefined(retry) }),
  };
}
