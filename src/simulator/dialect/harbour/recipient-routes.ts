import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/api-env.ts';
import { tenantOf } from '../../api/guard/guard.ts';
import { unwrap } from '../../api/routes/unwrap.ts';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import { read } from './campaign-mapping.ts';
import { asChanged, campaigns, gone, ofCampaign } from './campaign-parts.ts';
import { skipPage } from './numbered-page.ts';
import { numbered } from './query.ts';
import { readRecipient, toRecipient, toRecipientRecord } from './recipient-mapping.ts';
import { newRecipient, recipient, recipientRecord, recipientState } from './recipient-schemas.ts';
import { body, many, notFound, one, refusals, unprocessable, within } from './responses.ts';
import { epoch } from './schemas.ts';

const tags = ['Outbound campaigns'];
const write = 'campaigns:write';
const ofRecipients = `${campaigns}/{campaign_ref}/recipients`;
const ofRecipient = `${ofRecipients}/{recipient_ref}`;
const params = ofCampaign.extend({ recipient_ref: z.string() });

const list = createRoute({
  operationId: 'recipient_list',
  method: 'get',
  path: ofRecipients,
  tags,
  summary: 'Contacts of a campaign, in the order they came',
  ...within('listCampaignContacts', 'campaigns:read'),
  request: {
    params: ofCampaign,
    query: z.object({
      recipient_state: recipientState.optional(),
      disposition: z.string().optional(),
      phrase: z.string().optional().openapi({ description: 'Part of the number, name or external reference.' }),
      tz: z.string().optional().openapi({ description: 'IANA time zone.' }),
      ...numbered(1_000),
    }),
  },
  responses: { 200: many(recipient), ...refusals, ...notFound, ...unprocessable },
});

const show = createRoute({
  operationId: 'recipient_show',
  method: 'get',
  path: ofRecipient,
  tags,
  summary: 'One contact of a campaign with every attempt',
  ...within('getCampaignContact', 'campaigns:read'),
  request: { params },
  responses: { 200: one(recipientRecord), ...refusals, ...notFound },
});

const add = createRoute({
  operationId: 'recipient_add',
  method: 'post',
  path: ofRecipients,
  tags,
  summary: 'Add a contact to a campaign',
  ...within('addCampaignContact', write),
  request: { params: ofCampaign, body: body(newRecipient) },
  responses: { 201: one(recipient), ...asChanged },
});

const remove = createRoute({
  operationId: 'recipient_remove',
  method: 'delete',
  path: ofRecipient,
  tags,
  summary: 'Remove a contact from a campaign',
  ...within('removeCampaignContact', write),
  request: { params },
  responses: { ...gone, ...asChanged },
});

const skip = createRoute({
  operationId: 'recipient_skip',
  method: 'post',
  path: `${ofRecipient}/skip`,
  tags,
  summary: 'Skip a contact: do not call it',
  ...within('skipCampaignContact', write),
  request: { params },
  responses: { 200: one(recipient), ...asChanged },
});

const callAgain = createRoute({
  operationId: 'recipient_call_again',
  method: 'post',
  path: `${ofRecipient}/call-again`,
  tags,
  summary: 'Retry a contact',
  ...within('retryCampaignContact', write),
  request: { params },
  responses: { 200: one(recipient), ...asChanged },
});

const reschedule = createRoute({
  operationId: 'recipient_reschedule',
  method: 'post',
  path: `${ofRecipient}/reschedule`,
  tags,
  summary: 'Call a contact at a set time',
  ...within('rescheduleCampaignContact', write),
  request: { params, body: body(z.object({ due_at: epoch, remark: z.string().max(500).optional() })) },
  responses: { 200: one(recipient), ...asChanged },
});

/** Contacts of a campaign, called recipients here. */
export function registerRecipientRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, (c) => {
    const { page, per_page, recipient_state: state, disposition, phrase: text, tz: zone } = c.req.valid('query');
    const filter = withoutUndefined({
      state: state && [read(state)],
      disposition: disposition === undefined ? undefined : [read(disposition)],
      text,
      zone,
    });
    const { contacts } = tenantOf(c.get('caller')).campaigns;
    const { campaign_ref } = c.req.valid('param');
    const found = skipPage(page, per_page, (start, limit) => contacts.list(campaign_ref, filter, start, limit));
    return c.json({ data: found.items.map(toRecipient), meta: found.meta }, 200);
  });
  app.openapi(show, (c) => {
    const { campaign_ref, recipient_ref } = c.req.valid('param');
    const { contacts } = tenantOf(c.get('caller')).campaigns;
    return c.json({ data: toRecipientRecord(unwrap(contacts.get(campaign_ref, recipient_ref))) }, 200);
  });
  app.openapi(add, (c) => {
    const { contacts } = tenantOf(c.get('caller')).campaigns;
    const added = contacts.add(c.req.valid('param').campaign_ref, readRecipient(c.req.valid('json')));
    return c.json({ data: toRecipient(unwrap(added)) }, 201);
  });
  app.openapi(remove, (c) => {
    const { campaign_ref, recipient_ref } = c.req.valid('param');
    unwrap(tenantOf(c.get('caller')).campaigns.contacts.remove(campaign_ref, recipient_ref));
    return c.body(null, 204);
  });
  app.openapi(skip, (c) => {
    const { campaign_ref, recipient_ref } = c.req.valid('param');
    const { contacts } = tenantOf(c.get('caller')).campaigns;
    return c.json({ data: toRecipient(unwrap(contacts.skip(campaign_ref, recipient_ref))) }, 200);
  });
  app.openapi(callAgain, (c) => {
    const { campaign_ref, recipient_ref } = c.req.valid('param');
    const { contacts } = tenantOf(c.get('caller')).campaigns;
    return c.json({ data: toRecipient(unwrap(contacts.retry(campaign_ref, recipient_ref))) }, 200);
  });
  app.openapi(reschedule, (c) => {
    const { campaign_ref, recipient_ref } = c.req.valid('param');
    const { contacts } = tenantOf(c.get('caller')).campaigns;
    const set = contacts.reschedule(campaign_ref, recipient_ref, c.req.valid('json').due_at);
    return c.json({ data: toRecipient(unwrap(set)) }, 200);
  });
}
