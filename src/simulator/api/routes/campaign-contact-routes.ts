import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';
import { tenantOf } from '../guard/guard.ts';
import {
  campaignContact,
  contactDetail,
  contactPage,
  contactRequest,
  contactState,
  newContact,
  rescheduleRequest,
} from '../schemas/campaign-contact.ts';
import { asWritten, base, ofCampaign, within } from './campaign-route-parts.ts';
import { commaSeparated, listOf, paging } from './paging.ts';
import { body, everyRefusal, invalid, json, noContent, notFound } from './responses.ts';
import { unwrap } from './unwrap.ts';
import { withoutUndefined } from './without-undefined.ts';

const ofContacts = `${base}/{campaignId}/contacts`;
const ofContact = `${ofContacts}/{contactId}`;
const params = ofCampaign.extend({ contactId: z.string() });
const write = 'campaigns:write';
const mostContacts = 1_000;

const list = createRoute({
  operationId: 'listCampaignContacts',
  method: 'get',
  path: ofContacts,
  summary: 'Contacts of a campaign, in the order they came',
  ...within('listCampaignContacts', 'campaigns:read'),
  request: {
    params: ofCampaign,
    query: z.object({
      state: listOf(contactState).openapi(commaSeparated),
      disposition: listOf(z.string()).openapi({ type: 'array', items: { type: 'string' }, ...commaSeparated }),
      text: z.string().optional().openapi({ description: 'Part of the number, name or external id.' }),
      zone: z.string().optional().openapi({ description: 'IANA name of a time zone.' }),
      ...paging,
      limit: z.coerce.number().int().min(1).max(mostContacts).default(50),
    }),
  },
  responses: { 200: json(contactPage, 'A page.'), ...everyRefusal, ...invalid, ...notFound },
});

const get = createRoute({
  operationId: 'getCampaignContact',
  method: 'get',
  path: ofContact,
  summary: 'One contact with every attempt, and why it is not being called',
  ...within('getCampaignContact', 'campaigns:read'),
  request: { params },
  responses: { 200: json(contactDetail, 'The contact.'), ...everyRefusal, ...notFound },
});

const add = createRoute({
  operationId: 'addCampaignContact',
  method: 'post',
  path: ofContacts,
  summary: 'Add a contact, while the campaign runs too',
  ...within('addCampaignContact', write),
  request: { params: ofCampaign, body: body(newContact) },
  responses: { 201: json(campaignContact, 'The contact.'), ...asWritten },
});

const remove = createRoute({
  operationId: 'removeCampaignContact',
  method: 'delete',
  path: ofContact,
  summary: 'Remove a contact',
  description: 'Answers 409 `in-call` while it is being called. The conversations that were had stay.',
  ...within('removeCampaignContact', write),
  request: { params },
  responses: { ...noContent('Removed.'), ...asWritten },
});

function change(verb: 'skip' | 'retry', summary: string, description: string) {
  return createRoute({
    operationId: `${verb}CampaignContact`,
    method: 'post',
    path: `${ofContact}/${verb}`,
    summary,
    description,
    ...within(`${verb}CampaignContact`, write),
    request: { params, body: { ...body(contactRequest), required: false } },
    responses: { 200: json(campaignContact, 'The contact.'), ...asWritten },
  });
}
const skip = change(
  'skip',
  'Do not call a contact',
  'For one that is still to be called. A lost call is given up by it: its line is free again.',
);
const retry = change(
  'retry',
  'Call a contact once more, as soon as its turn comes',
  'For one whose calls are over, or that waits. A lost call is given up by it. Answers 409 for one on the do-not-call list.',
);

const reschedule = createRoute({
  operationId: 'rescheduleCampaignContact',
  method: 'post',
  path: `${ofContact}/reschedule`,
  summary: 'Call a contact at a set time',
  description: 'Not before that moment, and within its calling window.',
  ...within('rescheduleCampaignContact', write),
  request: { params, body: body(rescheduleRequest) },
  responses: { 200: json(campaignContact, 'The contact.'), ...asWritten },
});

/** Contacts of a campaign: list, one with its attempts, add, remove, skip, retry, reschedule. */
export function registerCampaignContactRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const { contacts } = tenantOf(c.get('caller')).campaigns;
    const page = contacts.list(c.req.valid('param').campaignId, withoutUndefined(filter), cursor, limit);
    return c.json(unwrap(page), 200);
  });
  app.openapi(get, (c) => {
    const { campaignId, contactId } = c.req.valid('param');
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.contacts.get(campaignId, contactId)), 200);
  });
  app.openapi(add, (c) => {
    const { contacts } = tenantOf(c.get('caller')).campaigns;
    const added = contacts.add(c.req.valid('param').campaignId, withoutUndefined(c.req.valid('json')));
    return c.json(unwrap(added), 201);
  });
  app.openapi(remove, (c) => {
    const { campaignId, contactId } = c.req.valid('param');
    unwrap(tenantOf(c.get('caller')).campaigns.contacts.remove(campaignId, contactId));
    return c.body(null, 204);
  });
  app.openapi(skip, (c) => {
    const { campaignId, contactId } = c.req.valid('param');
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.contacts.skip(campaignId, contactId)), 200);
  });
  app.openapi(retry, (c) => {
    const { campaignId, contactId } = c.req.valid('param');
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.contacts.retry(campaignId, contactId)), 200);
  });
  app.openapi(reschedule, (c) => {
    const { campaignId, contactId } = c.req.valid('param');
    const at = Date.parse(c.req.valid('json').at);
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.contacts.reschedule(campaignId, contactId, at)), 200);
  });
}
