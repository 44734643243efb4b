import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/api-env.ts';
import { tenantOf } from '../../api/guard/guard.ts';
import { unwrap } from '../../api/routes/unwrap.ts';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import { spell } from './campaign-mapping.ts';
import { gone } from './campaign-parts.ts';
import { skipPage } from './numbered-page.ts';
import { numbered } from './query.ts';
import { toSuppression } from './recipient-mapping.ts';
import { newSuppression, suppression, suppressionBulk, suppressionBulkResult } from './recipient-schemas.ts';
import { base, body, inOrg, many, notFound, one, refusals, unprocessable, within } from './responses.ts';

const tags = ['Operations'];
const path = `${base}/suppressions`;

const list = createRoute({
  operationId: 'suppression_list',
  method: 'get',
  path,
  tags,
  summary: 'The do-not-call list, newest first',
  ...within('listDoNotCall', 'dnc:read'),
  request: { params: inOrg, query: z.object({ phrase: z.string().optional(), ...numbered(1_000) }) },
  responses: { 200: many(suppression), ...refusals, ...unprocessable },
});

const add = createRoute({
  operationId: 'suppression_add',
  method: 'post',
  path,
  tags,
  summary: 'Add a number to the do-not-call list',
  ...within('addDoNotCall', 'dnc:write'),
  request: { params: inOrg, body: body(newSuppression) },
  responses: {
    200: one(suppression, 'It was there already.'),
    201: one(suppression),
    ...refusals,
    ...unprocessable,
  },
});

const remove = createRoute({
  operationId: 'suppression_remove',
  method: 'delete',
  path: `${path}/{suppression_ref}`,
  tags,
  summary: 'Take a number off the do-not-call list',
  ...within('removeDoNotCall', 'dnc:write'),
  request: { params: inOrg.extend({ suppression_ref: z.string() }) },
  responses: { ...gone, ...refusals, ...notFound },
});

const bulk = createRoute({
  operationId: 'suppression_bulk_add',
  method: 'post',
  path: `${path}/bulk`,
  tags,
  summary: 'Import many numbers into the do-not-call list',
  ...within('importDoNotCall', 'dnc:write'),
  request: { params: inOrg, body: body(suppressionBulk) },
  responses: { 200: one(suppressionBulkResult), ...refusals, ...unprocessable },
});

/** The do-not-call list, called suppressions here. */
export function registerSuppressionRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, (c) => {
    const { page, per_page, phrase } = c.req.valid('query');
    const { doNotCall } = tenantOf(c.get('caller')).campaigns;
    const { items, meta } = skipPage(page, per_page, (start, limit) => doNotCall.list(phrase, start, limit));
    return c.json({ data: items.map(toSuppression), meta }, 200);
  });
  app.openapi(add, (c) => {
    const { phone_number: phone, cause: reason, lapses_at: expiresAt } = c.req.valid('json');
    const { doNotCall } = tenantOf(c.get('caller')).campaigns;
    const put = doNotCall.add(withoutUndefined({ phone, reason, expiresAt }), c.get('caller').user);
    const { entry, added } = unwrap(put);
    return added ? c.json({ data: toSuppression(entry) }, 201) : c.json({ data: toSuppression(entry) }, 200);
  });
  app.openapi(remove, (c) => {
    unwrap(tenantOf(c.get('caller')).campaigns.doNotCall.remove(c.req.valid('param').suppression_ref));
    return c.body(null, 204);
  });
  app.openapi(bulk, (c) => {
    const entries = c.req.valid('json').numbers.map(({ phone_number: phone, cause: reason }) => {
      return withoutUndefined({ phone, reason });
    });
    const { added, alreadyThere, invalid } = unwrap(
      tenantOf(c.get('caller')).campaigns.doNotCall.import(entries, c.get('caller').user),
    );
    const rejected = invalid.map(({ index, code }) => ({ position: index, code: spell(code) }));
    return c.json({ data: { added, already_listed: alreadyThere, rejected } }, 200);
  });
}
