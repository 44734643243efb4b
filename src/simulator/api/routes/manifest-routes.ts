import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';
import { tenantOf } from '../guard/guard.ts';
import {
  chunkReceipt,
  manifestMode,
  manifestPage,
  manifestUpload,
  newManifest,
  rowErrorPage,
} from '../schemas/manifest.ts';
import { asWritten, base, ofCampaign, within } from './campaign-route-parts.ts';
import { takeManifestFile } from './manifest-file.ts';
import { paging } from './paging.ts';
import { body, everyRefusal, invalid, json, noContent, notFound, tooLarge } from './responses.ts';
import { unwrap } from './unwrap.ts';
import { takeChunk } from './upload-chunk.ts';
import { withoutUndefined } from './without-undefined.ts';

const ofManifests = `${base}/{campaignId}/manifests`;
const ofUpload = `${ofManifests}/{uploadId}`;
const params = ofCampaign.extend({ uploadId: z.string() });
const write = 'campaigns:write';
const binary = z.unknown().openapi({ type: 'string', format: 'binary' });

const create = createRoute({
  operationId: 'createManifestUpload',
  method: 'post',
  path: ofManifests,
  summary: 'Begin to upload a manifest in chunks',
  description:
    'The file is UTF-8 CSV with a header: `phone` (E.164, required), `externalId`, `firstName`, `lastName`, `language`, `timeZone`; every other column is a variable.',
  ...within('createManifestUpload', write),
  request: { params: ofCampaign, body: body(newManifest) },
  responses: { 201: json(manifestUpload, 'Ready to receive.'), ...asWritten, ...tooLarge },
});

const putChunk = createRoute({
  operationId: 'putManifestChunk',
  method: 'put',
  path: `${ofUpload}/chunks`,
  summary: 'Upload bytes of a manifest',
  description:
    'Bytes are kept as they arrive, so that an upload that was cut goes on at `receivedBytes`. Bytes that are there already are accepted again if they are the same; otherwise, and where bytes would be missing, it answers 409 `offset-mismatch` with `receivedBytes`.',
  ...within('putManifestChunk', write),
  request: {
    params,
    query: z.object({ offset: z.coerce.number().int().min(0) }),
    body: { required: true, content: { 'application/octet-stream': { schema: binary } } },
  },
  responses: { 200: json(chunkReceipt, 'Kept.'), ...asWritten, ...tooLarge },
});

const get = createRoute({
  operationId: 'getManifestUpload',
  method: 'get',
  path: ofUpload,
  summary: 'How far an upload and its job are',
  ...within('getManifestUpload', 'campaigns:read'),
  request: { params },
  responses: { 200: json(manifestUpload, 'The upload.'), ...everyRefusal, ...notFound },
});

const complete = createRoute({
  operationId: 'completeManifestUpload',
  method: 'post',
  path: `${ofUpload}/complete`,
  summary: 'Have an uploaded manifest taken in',
  description:
    'Answers at once; `getManifestUpload` tells when the job is done. The same answer again when it is repeated. 409 `incomplete` while bytes are missing.',
  ...within('completeManifestUpload', write),
  request: { params },
  responses: { 202: json(manifestUpload, 'The job runs, or has run.'), ...asWritten },
});

const cancel = createRoute({
  operationId: 'cancelManifestUpload',
  method: 'delete',
  path: ofUpload,
  summary: 'Give an upload up, or take back what it brought',
  description:
    'Once the manifest was accepted, and until `reversibleUntil`, its contacts that have not been called are removed, and those that a `replace` took away come back; later it answers 409 `not-reversible`.',
  ...within('cancelManifestUpload', write),
  request: { params },
  responses: { ...noContent('Cancelled or reversed.'), ...asWritten },
});

const uploadFile = createRoute({
  operationId: 'uploadManifestFile',
  method: 'post',
  path: `${base}/{campaignId}/manifest`,
  summary: 'Upload a small manifest as a form',
  description: 'At most 5 MiB; its header is taken as it is. `getManifestUpload` tells when the job is done.',
  ...within('uploadManifestFile', write),
  request: {
    params: ofCampaign,
    body: {
      required: true,
      content: { 'multipart/form-data': { schema: z.object({ file: binary, mode: manifestMode.default('append') }) } },
    },
  },
  responses: { 202: json(manifestUpload, 'The job runs.'), ...asWritten, ...tooLarge },
});

const list = createRoute({
  operationId: 'listManifests',
  method: 'get',
  path: ofManifests,
  summary: 'Uploads of a campaign, newest first',
  ...within('listManifests', 'campaigns:read'),
  request: { params: ofCampaign, query: z.object(paging) },
  responses: { 200: json(manifestPage, 'A page.'), ...everyRefusal, ...invalid, ...notFound },
});

const listErrors = createRoute({
  operationId: 'listManifestRowErrors',
  method: 'get',
  path: `${ofUpload}/errors`,
  summary: 'Rows of a manifest that were not taken in, in order',
  ...within('listManifestRowErrors', 'campaigns:read'),
  request: { params, query: z.object(paging) },
  responses: { 200: json(rowErrorPage, 'A page.'), ...everyRefusal, ...invalid, ...notFound },
});

/** Manifests: chunked upload, the small form, the job, its row errors, and the way back. */
export function registerManifestRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(create, (c) => {
    const { campaigns } = tenantOf(c.get('caller'));
    const input = withoutUndefined(c.req.valid('json'));
    const { campaignId } = c.req.valid('param');
    return c.json(unwrap(campaigns.manifests.create(campaignId, input, c.get('caller').user)), 201);
  });
  app.openapi(putChunk, async (c) => {
    const { campaignId, uploadId } = c.req.valid('param');
    return c.json(await takeChunk(c, campaignId, uploadId, c.req.valid('query').offset), 200);
  });
  app.openapi(get, (c) => {
    const { campaignId, uploadId } = c.req.valid('param');
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.manifests.get(campaignId, uploadId)), 200);
  });
  app.openapi(complete, (c) => {
    const { campaignId, uploadId } = c.req.valid('param');
    return c.json(unwrap(tenantOf(c.get('caller')).campaigns.manifests.complete(campaignId, uploadId)), 202);
  });
  app.openapi(cancel, (c) => {
    const { campaignId, uploadId } = c.req.valid('param');
    unwrap(tenantOf(c.get('caller')).campaigns.manifests.cancel(campaignId, uploadId));
    return c.body(null, 204);
  });
  app.openapi(uploadFile, async (c) => {
    const { file, mode } = c.req.valid('form');
    const { campaignId } = c.req.valid('param');
    return c.json(await takeManifestFile(c.get('caller'), campaignId, file, mode), 202);
  });
  app.openapi(list, (c) => {
    const { cursor, limit } = c.req.valid('query');
    const { manifests } = tenantOf(c.get('caller')).campaigns;
    return c.json(unwrap(manifests.list(c.req.valid('param').campaignId, cursor, limit)), 200);
  });
  app.openapi(listErrors, (c) => {
    const { campaignId, uploadId } = c.req.valid('param');
    const { cursor, limit } = c.req.valid('query');
    const { manifests } = tenantOf(c.get('caller')).campaigns;
    return c.json(unwrap(manifests.errors(campaignId, uploadId, cursor, limit)), 200);
  });
}
