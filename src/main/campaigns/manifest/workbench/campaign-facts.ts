import type { CampaignFacts } from '../../../../shared/models/manifest-workbench.ts';
import type { CampaignApi } from '../../../platform/campaigns/campaign-api.ts';
import { present } from '../../../platform/decode/present.ts';

/** What of a campaign matters to its manifest. @throws FailureError */
export async function readCampaignFacts(api: CampaignApi, campaignId: string): Promise<CampaignFacts> {
  const { name, state, requiredVariables, schedule, progress } = await api.campaigns.get(campaignId);
  const fallbackTimeZone = schedule?.fallbackTimeZone;
  return present({ name, state, requiredVariables, fallbackTimeZone, contacts: progress?.total });
}
