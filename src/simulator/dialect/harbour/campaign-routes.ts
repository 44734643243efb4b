import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/api-env.ts';
import { tenantOf } from '../../api/guard/guard.ts';
import { unwrap } from '../../api/routes/unwrap.ts';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import {
  read,
  readCampaign,
  readChange,
  toCampaign,
  toCampaignRow,
  toDispatch,
  toOutlook,
} from './campaign-mapping.ts';
import { asChanged, campaigns, gone, ofCampaign } from './campaign-parts.ts';
import {
  campaign,
  campaignChange,
  campaignRow,
  dispatch,
  dispatchRequest,
  lifecycle,
  newCampaign,
  outlook,
} from './campaign-schemas.ts';
import { skipPage } from './numbered-page.ts';
import { numbered } from './query.ts';
import { body, inOrg, many, notFound, one, refusals, unprocessable, within } from './responses.ts';

const tags = ['Outbound campaigns'];
const write = 'campaigns:write';
const found = { 200: one(campaign), ...refusals, ...notFound };

const list = createRoute({
  operationId: 'outbound_campaign_list',
  method: 'get',
  path: campaigns,
  tags,
  summary: 'Campaigns, newest first',
  ...within('listCampaigns', 'campaigns:read'),
  request: {
    params: inOrg,
    query: z.object({
      lifecycle: lifecycle.optional(),
      phrase: z.string().optional().openapi({ description: 'Part of the title or notes.' }),
      archived: z
        .enum(['true', 'false'])
        .default('false')
        .transform((value) => value === 'true')
        .openapi({ type: 'boolean' }),
      ...numbered(200),
    }),
  },
  responses: { 200: many(campaignRow), ...refusals, ...unprocessable },
});

const create = createRoute({
  operationId: 'outbound_campaign_create',
  method: 'post',
  path: campaigns,
  tags,
  summary: 'Create a campaign as a draft',
  ...within('createCampaign', write),
  request: { params: inOrg, body: body(newCampaign) },
  responses: { 201: one(campaign), ...refusals, ...unprocessable },
});

const show = createRoute({
  operationId: 'outbound_campaign_show',
  method: 'get',
  path: `${campaigns}/{campaign_ref}`,
  tags,
  summary: 'One campaign with its progress',
  ...within('getCampaign', 'campaigns:read'),
  request: { params: ofCampaign },
  responses: found,
});

const change = createRoute({
  operationId: 'outbound_campaign_change',
  method: 'patch',
  path: `${campaigns}/{campaign_ref}`,
  tags,
  summary: 'Update fields of a campaign',
  ...within('updateCampaign', write),
  request: { params: ofCampaign, body: body(campaignChange) },
  responses: { 200: one(campaign), ...asChanged },
});

const copy = createRoute({
  operationId: 'outbound_campaign_copy',
  method: 'post',
  path: `${campaigns}/{campaign_ref}/copy`,
  tags,
  summary: 'Duplicate a campaign into a new draft',
  ...within('duplicateCampaign', write),
  request: { params: ofCampaign, body: body(z.object({ title: z.string().trim().min(1).max(120).optional() })) },
  responses: { 201: one(campaign), ...refusals, ...unprocessable, ...notFound },
});

const archive = createRoute({
  operationId: 'outbound_campaign_archive',
  method: 'delete',
  path: `${campaigns}/{campaign_ref}`,
  tags,
  summary: 'Archive a campaign',
  ...within('archiveCampaign', write),
  request: { params: ofCampaign },
  responses: { ...gone, ...asChanged },
});

const ofDispatch = `${campaigns}/{campaign_ref}/dispatch`;
const showDispatch = createRoute({
  operationId: 'dispatch_show',
  method: 'get',
  path: ofDispatch,
  tags,
  summary: 'Where the dispatcher of a campaign stands',
  ...within('getDispatcher', 'campaigns:read'),
  request: { params: ofCampaign },
  responses: { 200: one(dispatch), ...refusals, ...notFound },
});

const showOutlook = createRoute({
  operationId: 'dispatch_outlook',
  method: 'get',
  path: `${ofDispatch}/outlook`,
  tags,
  summary: 'Forecast: what the dispatcher would call, and until when',
  ...within('getDispatcherForecast', 'campaigns:read'),
  request: { params: ofCampaign },
  responses: { 200: one(outlook), ...refusals, ...notFound },
});

const verbs = { start: 'Start', pause: 'Pause', resume: 'Resume', stop: 'Stop' } as const;
function verbRoute(verb: keyof typeof verbs) {
  return createRoute({
    operationId: `dispatch_${verb}`,
    method: 'post',
    path: `${ofDispatch}/${verb}`,
    tags,
    summary: `${verbs[verb]} the dispatcher of a campaign`,
    ...within(`${verb}Dispatcher`, 'campaigns:dispatch'),
    request: { params: ofCampaign, body: { ...body(dispatchRequest), required: false } },
    responses: { 200: one(dispatch), ...asChanged },
  });
}

/** Campaigns and their dispatchers. */
export function registerCampaignRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, (c) => {
    const { page, per_page, lifecycle: state, phrase: text, archived } = c.req.valid('query');
    const filter = withoutUndefined({ status: state && [read(state)], text, archived });
    const desk = tenantOf(c.get('caller')).campaigns;
    const { items, meta } = skipPage(page, per_page, (start, limit) => desk.list(filter, start, limit));
    return c.json({ data: items.map(toCampaignRow), meta }, 200);
  });
  app.openapi(create, (c) => {
    const desk = tenantOf(c.get('caller')).campaigns;
    const made = desk.create(readCampaign(c.req.valid('json')), c.get('caller').user);
    return c.json({ data: toCampaign(unwrap(made)) }, 201);
  });
  app.openapi(show, (c) => {
    const { campaign_ref } = c.req.valid('param');
    return c.json({ data: toCampaign(unwrap(tenantOf(c.get('caller')).campaigns.get(campaign_ref))) }, 200);
  });
  app.openapi(change, (c) => {
    const { expected_version, ...changes } = c.req.valid('json');
    const desk = tenantOf(c.get('caller')).campaigns;
    const changed = desk.update(c.req.valid('param').campaign_ref, readChange(changes), expected_version);
    return c.json({ data: toCampaign(unwrap(changed)) }, 200);
  });
  app.openapi(copy, (c) => {
    const desk = tenantOf(c.get('caller')).campaigns;
    const { title } = c.req.valid('json');
    const made = desk.duplicate(c.req.valid('param').campaign_ref, title, c.get('caller').user);
    return c.json({ data: toCampaign(unwrap(made)) }, 201);
  });
  app.openapi(archive, (c) => {
    unwrap(tenantOf(c.get('caller')).campaigns.archive(c.req.valid('param').campaign_ref));
    return c.body(null, 204);
  });
  app.openapi(showDispatch, (c) => {
    const { campaign_ref } = c.req.valid('param');
    return c.json({ data: toDispatch(unwrap(tenantOf(c.get('caller')).campaigns.dispatcher(campaign_ref))) }, 200);
  });
  app.openapi(showOutlook, (c) => {
    const { campaign_ref } = c.req.valid('param');
    return c.json({ data: toOutlook(unwrap(tenantOf(c.get('caller')).campaigns.forecast(campaign_ref))) }, 200);
  });
  for (const verb of ['start', 'pause', 'resume', 'stop'] as const) {
    app.openapi(verbRoute(verb), (c) => {
      const { expected_version, calls_in_progress, remark } = c.req.valid('json') ?? {};
      const options = withoutUndefined({
        expectedRevision: expected_version,
        callsInProgress: calls_in_progress && read(calls_in_progress),
        reason: remark,
      });
      const desk = tenantOf(c.get('caller')).campaigns;
      const driven = desk.drive(c.req.valid('param').campaign_ref, verb, options, c.get('caller').user);
      return c.json({ data: toDispatch(unwrap(driven)) }, 200);
    });
  }
}
