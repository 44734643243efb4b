import type { Picture } from '../../../shared/models/act.ts';
import type { CampaignChanges } from '../../../shared/models/campaign.ts';

/** A campaign, or some of its fields, as far as an operator decides them. */
export type PicturedCampaign = Omit<CampaignChanges, 'answeringMachine'> & {
  readonly state?: string;
  readonly revision?: number | undefined;
  readonly answeringMachine?: string;
};

/** The fields of a campaign that an operator decides, as plain values to compare and to show. */
export function campaignPicture(campaign: PicturedCampaign): Picture {
  const { schedule, retry, requiredVariables } = campaign;
  const when = (at: number | undefined) => (at === undefined ? '' : new Date(at).toISOString());
  return {
    state: campaign.state,
    revision: campaign.revision,
    name: campaign.name,
    description: campaign.description ?? (campaign.name === undefined ? undefined : ''),
    flowId: campaign.flowId,
    pointOfContactId: campaign.pointOfContactId ?? (campaign.name === undefined ? undefined : ''),
    callerId: campaign.callerId,
    concurrency: campaign.concurrency,
    maxAttempts: campaign.maxAttempts,
    answeringMachine: campaign.answeringMachine,
    requiredVariables: requiredVariables?.join(', '),
    retry:
      retry &&
      Object.entries(retry)
        .flatMap(([outcome, rule]) => (rule === undefined ? [] : `${outcome} ${rule.afterMinutes} min`))
        .sort()
        .join(', '),
    startsAt: schedule && when(schedule.startsAt),
    endsAt: schedule && when(schedule.endsAt),
    days: schedule?.days.join(' '),
    window: schedule && `${schedule.windowStart}–${schedule.windowEnd}`,
    holidays: schedule?.holidays.join(' '),
    fallbackTimeZone: schedule?.fallbackTimeZone,
  };
}

/** Which fields of `wanted` are not as in `now`: what an update that took effect leaves none of. */
export function unlike(wanted: Picture, now: Picture): readonly string[] {
  return Object.entries(wanted).flatMap(([field, value]) =>
    value === undefined || field === 'revision' || field === 'state' || value === now[field] ? [] : [field],
  );
}
