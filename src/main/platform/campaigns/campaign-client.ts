import type { CampaignApi, CampaignCalls, DispatcherCalls } from './campaign-api.ts';
import { body, type CampaignCaller, type CampaignClientDeps, createCampaignCaller } from './campaign-caller.ts';
import { CAMPAIGN_SHAPE, DUPLICATE_SHAPE, VERB_SHAPE } from './campaign-shapes.ts';
import { contactCalls, doNotCallCalls } from './contact-client.ts';
import { decodeCampaign, decodeCampaignSummary } from './decode-campaign.ts';
import { decodeDispatcher, decodeForecast } from './decode-dispatcher.ts';
import { manifestCalls } from './manifest-client.ts';

function campaignCalls(api: CampaignCaller): CampaignCalls {
  return {
    list: (archived, signal) =>
      api.list(
        'campaigns.list',
        {
          inputs: archived === undefined ? {} : { filters: { archived: String(archived) } },
          names: ['campaigns'],
          decode: decodeCampaignSummary,
        },
        signal,
      ),
    get: (id, signal) => api.read('campaigns.get', { id }, decodeCampaign, signal),
    create: (draft) => api.read('campaigns.create', body(CAMPAIGN_SHAPE, withZone(draft)), decodeCampaign),
    update: (id, changes, expectedRevision) =>
      api.read(
        'campaigns.update',
        { id, ...body(CAMPAIGN_SHAPE, { ...withZone(changes), expectedRevision }) },
        decodeCampaign,
      ),
    duplicate: (id, name) =>
      api.read('campaigns.duplicate', { id, ...body(DUPLICATE_SHAPE, { name }) }, decodeCampaign),
    async archive(id) {
      await api.call('campaigns.archive', { id });
    },
  };
}

/** Windows hold in the contact's own zone; an instance that can do otherwise is told so. */
function withZone<T extends { readonly schedule?: object }>(draft: T): object {
  return draft.schedule === undefined ? draft : { ...draft, schedule: { ...draft.schedule, zone: 'contact' } };
}

function dispatcherCalls(api: CampaignCaller): DispatcherCalls {
  return {
    get: (id, signal) => api.read('dispatcher.get', { id }, decodeDispatcher, signal),
    async tell(id, verb, options = {}) {
      return decodeDispatcher(await api.call(`dispatcher.${verb}`, { id, ...body(VERB_SHAPE, options) }));
    },
    forecast: (id, signal) => api.read('dispatcher.forecast', { id }, decodeForecast, signal),
  };
}

/** Makes the campaign client of one tenant over whatever operations are bound. */
export function createCampaignClient(deps: CampaignClientDeps): CampaignApi {
  const api = createCampaignCaller(deps);
  return {
    tenant: deps.tenant,
    can: api.can,
    clockSkew: () => deps.caller.skew.latest(),
    campaigns: campaignCalls(api),
    dispatcher: dispatcherCalls(api),
    manifests: manifestCalls(api),
    contacts: contactCalls(api),
    doNotCall: doNotCallCalls(api),
  };
}
