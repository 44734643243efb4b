import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';
import { guard, tenantOf } from '../guard/guard.ts';
import { dncEntry, dncImport, dncImportResult, dncPage, newDncEntry } from '../schemas/campaign-contact.ts';
import { inTenant } from './campaign-route-parts.ts';
import { paging } from './paging.ts';
import { body, everyRefusal, invalid, json, needs, noContent, notFound } from './responses.ts';
import { unwrap } from './unwrap.ts';
import { withoutUndefined } from './without-undefined.ts';

const base = '/api/v1/{tenant}/do-not-call';
const write = 'dnc:write';

function within(operation: string, scope: string) {
  const middleware = guard({ operation, scope, tenantParameter: 'tenant' });
  return { tags: ['Operations'], ...needs(scope), middleware };
}

const list = createRoute({
  operationId: 'listDoNotCall',
  method: 'get',
  path: base,
  summary: 'Numbers that are not called, newest first',
  ...within('listDoNotCall', 'dnc:read'),
  request: {
    params: inTenant,
    query: z.object({
      text: z.string().optional().openapi({ description: 'Part of the number or reason.' }),
      ...paging,
      limit: z.coerce.number().int().min(1).max(1_000).default(50),
    }),
  },
  responses: { 200: json(dncPage, 'A page.'), ...everyRefusal, ...invalid },
});

const add = createRoute({
  operationId: 'addDoNotCall',
  method: 'post',
  path: base,
  summary: 'Add a number to the do-not-call list',
  description: 'Holds at once, in every campaign. A call in progress finishes.',
  ...within('addDoNotCall', write),
  request: { params: inTenant, body: body(newDncEntry) },
  responses: {
    200: json(dncEntry, 'It was there already; its entry stays as it is.'),
    201: json(dncEntry, 'Added.'),
    ...everyRefusal,
    ...invalid,
  },
});

const remove = createRoute({
  operationId: 'removeDoNotCall',
  method: 'delete',
  path: `${base}/{entryId}`,
  summary: 'Take a number off the do-not-call list',
  description: 'Contacts that were kept from being called by it alone are called again in their turn.',
  ...within('removeDoNotCall', write),
  request: { params: inTenant.extend({ entryId: z.string() }) },
  responses: { ...noContent('Removed.'), ...everyRefusal, ...notFound },
});

const importMany = createRoute({
  operationId: 'importDoNotCall',
  method: 'post',
  path: `${base}/import`,
  summary: 'Add many numbers to the do-not-call list',
  description: 'At most 10,000 at once. Valid ones are added even when others are not.',
  ...within('importDoNotCall', write),
  request: { params: inTenant, body: body(dncImport) },
  responses: { 200: json(dncImportResult, 'What became of them.'), ...everyRefusal, ...invalid },
});

/** The tenant's do-not-call list. */
export function registerDoNotCallRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, (c) => {
    const { text, cursor, limit } = c.req.valid('query');
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.doNotCall.list(text, cursor, limit)), 200);
  });
  app.openapi(add, (c) => {
    const { expiresAt, ...rest } = c.req.valid('json');
    const given = { ...rest, expiresAt: expiresAt === undefined ? undefined : Date.parse(expiresAt) };
    const { doNotCall } = tenantOf(c.get('caller')).campaigns;
    const { entry, added } = unwrap(doNotCall.add(withoutUndefined(given), c.get('caller').user));
    return added ? c.json(entry, 201) : c.json(entry, 200);
  });
  app.openapi(remove, (c) => {
    unwrap(tenantOf(c.get('caller')).campaigns.doNotCall.remove(c.req.valid('param').entryId));
    return c.body(null, 204);
  });
  app.openapi(importMany, (c) => {
    const entries = c.req.valid('json').entries.map((entry) => withoutUndefined(entry));
    const { doNotCall } = tenantOf(c.get('caller')).campaigns;
    return c.json(unwrap(doNotCall.import(entries, c.get('caller').user)), 200);
  });
}
