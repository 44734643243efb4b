import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';
import { tenantOf } from '../guard/guard.ts';
import { campaign, campaignDraft, campaignPage, campaignPatch, campaignState } from '../schemas/campaign.ts';
import { draftOf, patchOf } from './campaign-input.ts';
import { asWritten, base, inTenant, ofCampaign, within } from './campaign-route-parts.ts';
import { commaSeparated, listOf, paging } from './paging.ts';
import { body, conflict, everyRefusal, invalid, json, noContent, notFound } from './responses.ts';
import { unwrap } from './unwrap.ts';
import { withoutUndefined } from './without-undefined.ts';

const list = createRoute({
  operationId: 'listCampaigns',
  method: 'get',
  path: base,
  summary: 'Campaigns, newest first',
  ...within('listCampaigns', 'campaigns:read'),
  request: {
    params: inTenant,
    query: z.object({
      status: listOf(campaignState).openapi(commaSeparated),
      text: z.string().optional().openapi({ description: 'Part of the name or description.' }),
      archived: z
        .enum(['true', 'false'])
        .default('false')
        .transform((value) => value === 'true')
        .openapi({ type: 'boolean', description: 'Only archived ones instead of only others.' }),
      ...paging,
    }),
  },
  responses: { 200: json(campaignPage, 'A page.'), ...everyRefusal, ...invalid },
});

const create = createRoute({
  operationId: 'createCampaign',
  method: 'post',
  path: base,
  summary: 'Create a campaign as a draft',
  ...within('createCampaign', 'campaigns:write'),
  request: { params: inTenant, body: body(campaignDraft) },
  responses: { 201: json(campaign, 'The draft.'), ...everyRefusal, ...invalid },
});

const get = createRoute({
  operationId: 'getCampaign',
  method: 'get',
  path: `${base}/{campaignId}`,
  summary: 'One campaign with its progress',
  ...within('getCampaign', 'campaigns:read'),
  request: { params: ofCampaign },
  responses: { 200: json(campaign, 'The campaign.'), ...everyRefusal, ...notFound },
});

const update = createRoute({
  operationId: 'updateCampaign',
  method: 'patch',
  path: `${base}/{campaignId}`,
  summary: 'Change fields of a campaign',
  description:
    'Only the fields that `editable` names can be changed; another answers 422 `not-editable` and names it in `details`.',
  ...within('updateCampaign', 'campaigns:write'),
  request: { params: ofCampaign, body: body(campaignPatch) },
  responses: { 200: json(campaign, 'The campaign.'), ...asWritten },
});

const duplicate = createRoute({
  operationId: 'duplicateCampaign',
  method: 'post',
  path: `${base}/{campaignId}/duplicate`,
  summary: 'Copy the settings of a campaign into a new draft',
  description: 'Contacts are not copied, nor are `schedule.startsAt` and `schedule.endsAt`.',
  ...within('duplicateCampaign', 'campaigns:write'),
  request: {
    params: ofCampaign,
    body: body(z.object({ name: z.string().trim().min(1).max(120).optional() }).openapi('DuplicateRequest')),
  },
  responses: { 201: json(campaign, 'The new draft.'), ...everyRefusal, ...invalid, ...notFound },
});

const archive = createRoute({
  operationId: 'archiveCampaign',
  method: 'delete',
  path: `${base}/{campaignId}`,
  summary: 'Archive a campaign',
  description: 'Only a draft or one that has ended. It can still be read.',
  ...within('archiveCampaign', 'campaigns:write'),
  request: { params: ofCampaign },
  responses: { ...noContent('Archived.'), ...everyRefusal, ...notFound, ...conflict },
});

/** Campaigns as a whole: list, create, read, change, copy, archive. */
export function registerCampaignRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.list(withoutUndefined(filter), cursor, limit)), 200);
  });
  app.openapi(create, (c) => {
    const { campaigns } = tenantOf(c.get('caller'));
    return c.json(unwrap(campaigns.create(draftOf(c.req.valid('json')), c.get('caller').user)), 201);
  });
  app.openapi(get, (c) => {
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.get(c.req.valid('param').campaignId)), 200);
  });
  app.openapi(update, (c) => {
    const { expectedRevision, ...patch } = c.req.valid('json');
    const { campaignId } = c.req.valid('param');
    const { campaigns } = tenantOf(c.get('caller'));
    return c.json(unwrap(campaigns.update(campaignId, patchOf(patch), expectedRevision)), 200);
  });
  app.openapi(duplicate, (c) => {
    const { campaignId } = c.req.valid('param');
    const { name } = c.req.valid('json');
    const { campaigns } = tenantOf(c.get('caller'));
    return c.json(unwrap(campaigns.duplicate(campaignId, name, c.get('caller').user)), 201);
  });
  app.openapi(archive, (c) => {
    unwrap(tenantOf(c.get('caller')).campaigns.archive(c.req.valid('param').campaignId));
    return c.body(null, 204);
  });
}
