import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/api-env.ts';
import { ApiError } from '../../api/api-error.ts';
import { tenantOf } from '../../api/guard/guard.ts';
import { unwrap } from '../../api/routes/unwrap.ts';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import { recordingOf } from '../../world/archive/recording.ts';
import type { ViewRecord } from '../../world/world-port.ts';
import { toSummary } from './mapping.ts';
import { numberedPage } from './numbered-page.ts';
import {
  base,
  body,
  conflict,
  inOrg,
  many,
  notFound,
  ofConversation,
  one,
  refusals,
  unprocessable,
  whole,
  within,
} from './responses.ts';
import { conversation, epoch } from './schemas.ts';

const write = 'transcripts:write';
const read = 'transcripts:read';
const tags = ['Transcripts'];
const knownVersion = z.int().min(1).optional().openapi({ description: 'Version that the caller knows; else 409.' });

const reviewFlag = createRoute({
  operationId: 'conversation_review_flag_put',
  method: 'put',
  path: `${base}/conversations/{conversation_id}/review-flag`,
  tags,
  summary: 'Flag a conversation for review, or unflag it',
  ...within('flagTranscript', write),
  request: {
    params: ofConversation,
    body: body(z.object({ flagged_for_review: z.boolean(), known_version: knownVersion })),
  },
  responses: { 200: one(conversation), ...refusals, ...notFound, ...conflict, ...unprocessable },
});

const complaint = createRoute({
  operationId: 'conversation_report_create',
  method: 'post',
  path: `${base}/conversations/{conversation_id}/report`,
  tags,
  summary: 'Report a finished conversation',
  ...within('reportTranscript', write),
  request: {
    params: ofConversation,
    body: body(z.object({ reason: z.string().min(1).max(80), remark: z.string().max(2000).optional() })),
  },
  responses: { 201: one(conversation), ...refusals, ...notFound, ...unprocessable },
});

const audio = createRoute({
  operationId: 'conversation_audio',
  method: 'get',
  path: `${base}/conversations/{conversation_id}/audio`,
  tags,
  summary: 'Recording of a voice conversation',
  ...within('getRecording', read),
  request: { params: ofConversation },
  responses: {
    200: {
      description: 'A WAV file.',
      content: { 'audio/wav': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...refusals,
    ...notFound,
  },
});

const related = createRoute({
  operationId: 'conversation_contact_history',
  method: 'get',
  path: `${base}/conversations/{conversation_id}/customer-history`,
  tags,
  summary: 'Other conversations of the same customer',
  ...within('getContactHistory', read),
  request: {
    params: ofConversation,
    query: z.object({
      page: z.coerce.number().int().min(1).default(1),
      per_page: z.coerce.number().int().min(1).max(200).default(25),
    }),
  },
  responses: { 200: many(conversation), ...refusals, ...notFound },
});

const accessRecord = z
  .object({ user_id: z.string(), display_name: z.string(), opened_at: epoch })
  .openapi('AccessRecord');
const accesses = createRoute({
  operationId: 'conversation_access_log',
  method: 'get',
  path: `${base}/conversations/{conversation_id}/access-log`,
  tags,
  summary: 'Who opened the conversation',
  ...within('listTranscriptViews', read),
  request: { params: ofConversation },
  responses: { 200: many(accessRecord), ...refusals, ...notFound },
});

const opened = createRoute({
  operationId: 'conversation_access_log_append',
  method: 'post',
  path: `${base}/conversations/{conversation_id}/access-log`,
  tags,
  summary: 'Note that the caller opened the conversation',
  ...within('recordTranscriptView', read),
  request: { params: ofConversation },
  responses: { 201: many(accessRecord), ...refusals, ...notFound },
});

const journey = createRoute({
  operationId: 'journey_parameter_list',
  method: 'get',
  path: `${base}/journey-parameters`,
  tags: ['Operations'],
  summary: 'Parameters that identify a customer',
  ...within('listJourneyParameters', 'operations:read'),
  request: { params: inOrg },
  responses: { 200: many(z.object({ key: z.string() })), ...refusals },
});

const toAccess = (views: readonly ViewRecord[]) =>
  views.map(({ by, at }) => ({ user_id: by.id, display_name: by.name, opened_at: Date.parse(at) }));

/** Looking at a conversation afterwards, in this dialect. */
export function registerReviewRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(reviewFlag, (c) => {
    const caller = c.get('caller');
    const { flagged_for_review: flagged, known_version: version } = c.req.valid('json');
    const changed = tenantOf(caller).flag(c.req.valid('param').conversation_id, caller.user, flagged, version);
    return c.json({ data: toSummary(unwrap(changed)) }, 200);
  });
  app.openapi(complaint, (c) => {
    const caller = c.get('caller');
    const { reason, remark: note } = c.req.valid('json');
    const input = withoutUndefined({ reason, note });
    const reported = tenantOf(caller).report(c.req.valid('param').conversation_id, caller.user, input);
    return c.json({ data: toSummary(unwrap(reported)) }, 201);
  });
  app.openapi(audio, (c) => {
    const found = tenantOf(c.get('caller')).get(c.req.valid('param').conversation_id);
    if (found?.platform !== 'voice') throw new ApiError(404, 'not-found', 'There is no recording of it.');
    return c.body(recordingOf(found), 200, { 'content-type': 'audio/wav' });
  });
  app.openapi(related, (c) => {
    const { page, per_page } = c.req.valid('query');
    const tenant = tenantOf(c.get('caller'));
    const id = c.req.valid('param').conversation_id;
    const { items, meta } = numberedPage(page, per_page, (cursor, limit) => tenant.contactHistory(id, cursor, limit));
    return c.json({ data: items.map(toSummary), meta }, 200);
  });
  app.openapi(accesses, (c) => {
    return c.json(whole(toAccess(unwrap(tenantOf(c.get('caller')).views(c.req.valid('param').conversation_id)))), 200);
  });
  app.openapi(opened, (c) => {
    const caller = c.get('caller');
    const seen = unwrap(tenantOf(caller).recordView(c.req.valid('param').conversation_id, caller.user));
    return c.json(whole(toAccess(seen)), 201);
  });
  app.openapi(journey, (c) => {
    return c.json(
      whole(
        tenantOf(c.get('caller'))
          .journeyParameters()
          .map((key) => ({ key })),
      ),
      200,
    );
  });
}
