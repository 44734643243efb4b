import type { TFunction } from 'i18next';
import { CAMPAIGN_STATES } from '../../../../shared/models/campaign.ts';

/** The state of a campaign in words; one that nobody here knows stays as the instance names it. */
export function campaignState(state: string, t: TFunction<'manifest'>): string {
  const known = CAMPAIGN_STATES.find((one) => one === state);
  return known === undefined ? state : t(`campaignStates.${known}`);
}
