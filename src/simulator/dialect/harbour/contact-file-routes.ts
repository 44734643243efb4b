import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/api-env.ts';
import { tenantOf } from '../../api/guard/guard.ts';
import { unwrap } from '../../api/routes/unwrap.ts';
import { takeChunk } from '../../api/routes/upload-chunk.ts';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import { read } from './campaign-mapping.ts';
import { asChanged, campaigns, gone, ofCampaign } from './campaign-parts.ts';
import { skipPage } from './numbered-page.ts';
import { numbered } from './query.ts';
import { toContactFile, toRejectedRow } from './recipient-mapping.ts';
import { contactFile, newContactFile, partReceipt, rejectedRow } from './recipient-schemas.ts';
import { body, many, notFound, one, refusals, tooLarge, unprocessable, within } from './responses.ts';

const tags = ['Outbound campaigns'];
const write = 'campaigns:write';
const ofFiles = `${campaigns}/{campaign_ref}/contact-files`;
const ofFile = `${ofFiles}/{file_ref}`;
const params = ofCampaign.extend({ file_ref: z.string() });

const open = createRoute({
  operationId: 'contact_file_open',
  method: 'post',
  path: ofFiles,
  tags,
  summary: 'Begin to upload a manifest',
  ...within('createManifestUpload', write),
  request: { params: ofCampaign, body: body(newContactFile) },
  responses: { 201: one(contactFile), ...asChanged, ...tooLarge },
});

const putPart = createRoute({
  operationId: 'contact_file_part_put',
  method: 'put',
  path: `${ofFile}/parts`,
  tags,
  summary: 'Upload a chunk of a manifest',
  ...within('putManifestChunk', write),
  request: {
    params,
    query: z.object({ from_byte: z.coerce.number().int().min(0) }),
    body: {
      required: true,
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: { 200: one(partReceipt), ...asChanged, ...tooLarge },
});

const show = createRoute({
  operationId: 'contact_file_show',
  method: 'get',
  path: ofFile,
  tags,
  summary: 'How far the upload of a manifest and its job are',
  ...within('getManifestUpload', 'campaigns:read'),
  request: { params },
  responses: { 200: one(contactFile), ...refusals, ...notFound },
});

const commit = createRoute({
  operationId: 'contact_file_commit',
  method: 'post',
  path: `${ofFile}/commit`,
  tags,
  summary: 'Complete the upload of a manifest: have it taken in',
  ...within('completeManifestUpload', write),
  request: { params },
  responses: { 202: one(contactFile), ...asChanged },
});

const withdraw = createRoute({
  operationId: 'contact_file_withdraw',
  method: 'delete',
  path: ofFile,
  tags,
  summary: 'Cancel the upload of a manifest, or take back what it brought',
  ...within('cancelManifestUpload', write),
  request: { params },
  responses: { ...gone, ...asChanged },
});

const list = createRoute({
  operationId: 'contact_file_list',
  method: 'get',
  path: ofFiles,
  tags,
  summary: 'Manifests of a campaign, newest first',
  ...within('listManifests', 'campaigns:read'),
  request: { params: ofCampaign, query: z.object(numbered(200)) },
  responses: { 200: many(contactFile), ...refusals, ...notFound, ...unprocessable },
});

const listRejected = createRoute({
  operationId: 'contact_file_rejected_rows',
  method: 'get',
  path: `${ofFile}/rejected-rows`,
  tags,
  summary: 'Row errors of a manifest',
  ...within('listManifestRowErrors', 'campaigns:read'),
  request: { params, query: z.object(numbered(200)) },
  responses: { 200: many(rejectedRow), ...refusals, ...notFound, ...unprocessable },
});

/** Manifests, called contact files here. */
export function registerContactFileRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(open, (c) => {
    const given = c.req.valid('json');
    const input = withoutUndefined({
      fileName: given.file_name,
      sizeBytes: given.byte_count,
      sha256: given.sha256,
      mode: read(given.import_mode),
      columns: given.column_names,
    });
    const { manifests } = tenantOf(c.get('caller')).campaigns;
    const opened = manifests.create(c.req.valid('param').campaign_ref, input, c.get('caller').user);
    return c.json({ data: toContactFile(unwrap(opened)) }, 201);
  });
  app.openapi(putPart, async (c) => {
    const { campaign_ref, file_ref } = c.req.valid('param');
    const { receivedBytes } = await takeChunk(c, campaign_ref, file_ref, c.req.valid('query').from_byte);
    return c.json({ data: { received_bytes: receivedBytes } }, 200);
  });
  app.openapi(show, (c) => {
    const { campaign_ref, file_ref } = c.req.valid('param');
    const { manifests } = tenantOf(c.get('caller')).campaigns;
    return c.json({ data: toContactFile(unwrap(manifests.get(campaign_ref, file_ref))) }, 200);
  });
  app.openapi(commit, (c) => {
    const { campaign_ref, file_ref } = c.req.valid('param');
    const { manifests } = tenantOf(c.get('caller')).campaigns;
    return c.json({ data: toContactFile(unwrap(manifests.complete(campaign_ref, file_ref))) }, 202);
  });
  app.openapi(withdraw, (c) => {
    const { campaign_ref, file_ref } = c.req.valid('param');
    unwrap(tenantOf(c.get('caller')).campaigns.manifests.cancel(campaign_ref, file_ref));
    return c.body(null, 204);
  });
  app.openapi(list, (c) => {
    const { campaign_ref } = c.req.valid('param');
    const { page, per_page } = c.req.valid('query');
    const { manifests } = tenantOf(c.get('caller')).campaigns;
    const found = skipPage(page, per_page, (start, limit) => manifests.list(campaign_ref, start, limit));
    return c.json({ data: found.items.map(toContactFile), meta: found.meta }, 200);
  });
  app.openapi(listRejected, (c) => {
    const { campaign_ref, file_ref } = c.req.valid('param');
    const { page, per_page } = c.req.valid('query');
    const { manifests } = tenantOf(c.get('caller')).campaigns;
    const found = skipPage(page, per_page, (start, limit) => manifests.errors(campaign_ref, file_ref, start, limit));
    return c.json({ data: found.items.map(toRejectedRow), meta: found.meta }, 200);
  });
}
