import type { Campaign, CampaignChanges, CampaignDraft, CampaignSummary } from '../../../shared/models/campaign.ts';
import { failureOf } from '../../../shared/models/failure.ts';
import type { Act } from '../../commands/acts/act.ts';
import type { CampaignApi } from '../../platform/campaigns/campaign-api.ts';
import { campaignPicture, type PicturedCampaign, unlike } from './campaign-picture.ts';

interface Target {
  readonly tenant: string;
  readonly campaign: { readonly id: string; readonly name: string };
}

/** Reads a campaign; undefined when it is not there. */
async function readCampaign(api: CampaignApi, id: string): Promise<Campaign | undefined> {
  try {
    return await api.campaigns.get(id);
  } catch (thrown) {
    if (failureOf(thrown).code === 'not-found') return undefined;
    throw thrown;
  }
}

/**
 * Makes a campaign, by `send`. Nothing tells one POST from its repetition, so after a lost answer it is looked for: a
 * campaign of that name that was not there before.
 */
function makingAct(
  api: CampaignApi,
  name: string,
  what: Omit<Act<Campaign>, 'expected' | 'read' | 'picture' | 'find'>,
): Act<Campaign> {
  let before: ReadonlySet<string> | undefined;
  let made: string | undefined;
  const alike = async () => (await api.campaigns.list()).filter((one: CampaignSummary) => one.name === name);
  return {
    ...what,
    expected: {},
    async read() {
      if (made !== undefined) return readCampaign(api, made);
      const found = await alike();
      if (before === undefined) {
        before = new Set(found.map(({ id }) => id));
        return undefined;
      }
      const known = before;
      const fresh = found.find(({ id }) => !known.has(id));
      return fresh === undefined ? undefined : readCampaign(api, fresh.id);
    },
    picture: (campaign) => campaignPicture(campaign),
    async send(now) {
      const campaign = await what.send(now);
      made = campaign?.id;
      return campaign;
    },
    find: (_before, now) => (now === undefined ? 'not-done' : 'done'),
  };
}

/** Creates a campaign; it is a draft and calls nobody. */
export function createAct(api: CampaignApi, tenant: string, draft: CampaignDraft): Act<Campaign> {
  return makingAct(api, draft.name, {
    name: 'createCampaign',
    tenant,
    subject: { kind: 'campaign', ids: [] },
    facts: { campaign: draft.name },
    send: () => api.campaigns.create(draft),
  });
}

/** Makes a copy of a campaign, without its contacts' calls. */
export function duplicateAct(api: CampaignApi, { tenant, campaign }: Target, name: string): Act<Campaign> {
  return makingAct(api, name, {
    name: 'duplicateCampaign',
    tenant,
    subject: { kind: 'campaign', ids: [campaign.id], campaign },
    facts: { campaign: name },
    send: () => api.campaigns.duplicate(campaign.id, name),
  });
}

/** Changes some of a campaign's fields. @param base the campaign as it was on screen. */
export function updateAct(
  api: CampaignApi,
  { tenant, campaign }: Target,
  base: PicturedCampaign,
  changes: CampaignChanges,
): Act<Campaign> {
  const wanted = campaignPicture(changes);
  return {
    name: 'updateCampaign',
    tenant,
    subject: { kind: 'campaign', ids: [campaign.id], campaign },
    facts: { fields: Object.keys(changes).sort().join(' ') },
    expected: campaignPicture(base),
    read: () => readCampaign(api, campaign.id),
    picture: campaignPicture,
    refuse(now) {
      const locked =
        now?.editable === undefined ? undefined : Object.keys(changes).find((field) => !now.editable?.includes(field));
      if (locked === undefined) return undefined;
      return {
        code: 'invalid',
        message: 'This field may not be changed in this state',
        detail: { reason: 'not-editable', field: locked },
      };
    },
    send: (now) => api.campaigns.update(campaign.id, changes, now?.revision),
    find: (_before, now) => {
      if (now === undefined) return 'cannot-tell';
      return unlike(wanted, campaignPicture(now)).length === 0 ? 'done' : 'not-done';
    },
  };
}

/** Puts a campaign away; only one that calls nobody any more. */
export function archiveAct(
  api: CampaignApi,
  { tenant, campaign }: Target,
  expected: { readonly state: string },
  hold: string | undefined,
): Act<Campaign> {
  return {
    name: 'archiveCampaign',
    tenant,
    subject: { kind: 'campaign', ids: [campaign.id], campaign },
    hold,
    expected,
    read: () => readCampaign(api, campaign.id),
    picture: ({ state }) => ({ state }),
    already: (now) => now === undefined || now.archived,
    async send() {
      await api.campaigns.archive(campaign.id);
      return undefined;
    },
    find: (_before, now) => (now === undefined || now.archived ? 'done' : 'not-done'),
  };
}
