/** Descriptions of campaign operations for tests of the binding: places alone, each in another style. */

type Places = readonly (readonly [verb: string, path: string, operationId: string])[];

/** Operation ids and paths as most instances have them. */
export const NAMED: Places = [
  ['get', '/campaigns', 'listCampaigns'],
  ['post', '/campaigns', 'createCampaign'],
  ['get', '/campaigns/events', 'getCampaignEvents'],
  ['get', '/campaigns/{campaignId}', 'getCampaign'],
  ['patch', '/campaigns/{campaignId}', 'updateCampaign'],
  ['delete', '/campaigns/{campaignId}', 'archiveCampaign'],
  ['post', '/campaigns/{campaignId}/duplicate', 'duplicateCampaign'],
  ['get', '/campaigns/{campaignId}/dispatcher', 'getDispatcher'],
  ['get', '/campaigns/{campaignId}/dispatcher/forecast', 'getDispatcherForecast'],
  ['post', '/campaigns/{campaignId}/dispatcher/start', 'startDispatcher'],
  ['post', '/campaigns/{campaignId}/dispatcher/pause', 'pauseDispatcher'],
  ['post', '/campaigns/{campaignId}/dispatcher/resume', 'resumeDispatcher'],
  ['post', '/campaigns/{campaignId}/dispatcher/stop', 'stopDispatcher'],
  ['get', '/campaigns/{campaignId}/manifests', 'listManifests'],
  ['post', '/campaigns/{campaignId}/manifests', 'createManifestUpload'],
  ['post', '/campaigns/{campaignId}/manifest', 'uploadManifestFile'],
  ['get', '/campaigns/{campaignId}/manifests/{uploadId}', 'getManifestUpload'],
  ['delete', '/campaigns/{campaignId}/manifests/{uploadId}', 'cancelManifestUpload'],
  ['put', '/campaigns/{campaignId}/manifests/{uploadId}/chunks', 'putManifestChunk'],
  ['post', '/campaigns/{campaignId}/manifests/{uploadId}/complete', 'completeManifestUpload'],
  ['get', '/campaigns/{campaignId}/manifests/{uploadId}/errors', 'listManifestRowErrors'],
  ['get', '/campaigns/{campaignId}/contacts', 'listCampaignContacts'],
  ['post', '/campaigns/{campaignId}/contacts', 'addCampaignContact'],
  ['get', '/campaigns/{campaignId}/contacts/{contactId}', 'getCampaignContact'],
  ['delete', '/campaigns/{campaignId}/contacts/{contactId}', 'removeCampaignContact'],
  ['post', '/campaigns/{campaignId}/contacts/{contactId}/skip', 'skipCampaignContact'],
  ['post', '/campaigns/{campaignId}/contacts/{contactId}/retry', 'retryCampaignContact'],
  ['post', '/campaigns/{campaignId}/contacts/{contactId}/reschedule', 'rescheduleCampaignContact'],
  ['get', '/do-not-call', 'listDoNotCall'],
  ['post', '/do-not-call', 'addDoNotCall'],
  ['delete', '/do-not-call/{entryId}', 'removeDoNotCall'],
  ['post', '/do-not-call/import', 'importDoNotCall'],
  ['get', '/internal-contacts', 'listInternalContacts'],
];

/** Our operations in the order of `NAMED`; undefined for what is none of ours. */
export const EXPECTED = [
  'campaigns.list',
  'campaigns.create',
  undefined,
  'campaigns.get',
  'campaigns.update',
  'campaigns.archive',
  'campaigns.duplicate',
  'dispatcher.get',
  'dispatcher.forecast',
  'dispatcher.start',
  'dispatcher.pause',
  'dispatcher.resume',
  'dispatcher.stop',
  'manifests.list',
  'manifests.create',
  undefined,
  'manifests.get',
  'manifests.cancel',
  'manifests.putChunk',
  'manifests.complete',
  'manifests.errors',
  'contacts.list',
  'contacts.add',
  'contacts.get',
  'contacts.remove',
  'contacts.skip',
  'contacts.retry',
  'contacts.reschedule',
  'doNotCall.list',
  'doNotCall.add',
  'doNotCall.remove',
  'doNotCall.import',
  'internalContacts.list',
] as const;

/**
 * A document of places below a tenant.
 * @param ids whether operations have their ids; without, only paths speak.
 */
export function documentOf(places: Places, ids: boolean): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [verb, path, operationId] of places) {
    const type = operationId.endsWith('Events') ? 'text/event-stream' : 'application/json';
    const responses = { 200: { description: 'ok', content: { [type]: { schema: { type: 'object' } } } } };
    const full = `/api/v1/{tenant}${path}`;
    paths[full] = { ...paths[full], [verb]: { ...(ids && { operationId }), responses } };
  }
  return { openapi: '3.1.0', info: { title: 'Campaigns', version: '1' }, paths };
}
