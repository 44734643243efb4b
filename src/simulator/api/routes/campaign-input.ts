import type { z } from '@hono/zod-openapi';
import type { CampaignDraft, CampaignPatch } from '../../world/campaign-port.ts';
import type { campaignDraft, campaignPatch } from '../schemas/campaign.ts';
import { withoutUndefined } from './without-undefined.ts';

/** A new campaign as the world takes it: what may be left out is left out rather than undefined. */
export function draftOf({ schedule, retry, ...rest }: z.infer<typeof campaignDraft>): CampaignDraft {
  return { ...withoutUndefined(rest), schedule: withoutUndefined(schedule), retry: withoutUndefined(retry) };
}

/** The changes of a campaign as the world takes them. */
export function patchOf({
  schedule,
  retry,
  ...rest
}: Omit<z.infer<typeof campaignPatch>, 'expectedRevision'>): CampaignPatch {
  return {
    ...withoutUndefined(rest),
    ...(schedule && { schedule: withoutUndefined(schedule) }),
    ...(retry && { retry: withoutUndefined(retry) }),
  };
}
