import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { recordingOf } from '../../world/archive/recording.ts';
import type { ApiEnv } from '../api-env.ts';
import { ApiError } from '../api-error.ts';
import { guard, tenantOf } from '../guard/guard.ts';
import { conversation, expectedRevision, time, transcriptId } from '../schemas/conversation.ts';
import { body, conflict, everyRefusal, expired, invalid, json, needs, notFound } from './responses.ts';
import { transcriptPage } from './transcript-query.ts';
import { unwrap } from './unwrap.ts';
import { withoutUndefined } from './without-undefined.ts';

const params = z.object({ transcriptId });
const tags = ['Transcripts'];
const read = 'transcripts:read';
const write = 'transcripts:write';
const views = z
  .object({ views: z.array(z.object({ by: z.object({ id: z.string(), name: z.string() }), at: time })).readonly() })
  .openapi('TranscriptViews');

const flag = createRoute({
  operationId: 'flagTranscript',
  method: 'put',
  path: '/api/v1/transcripts/{transcriptId}/flag',
  tags,
  summary: 'Mark a conversation for review, or take the mark off',
  ...needs(write),
  middleware: guard({ operation: 'flagTranscript', scope: write }),
  request: { params, body: body(z.object({ flagged: z.boolean(), expectedRevision }).openapi('TranscriptFlag')) },
  responses: { 200: json(conversation, 'The conversation.'), ...everyRefusal, ...notFound, ...conflict },
});

const report = createRoute({
  operationId: 'reportTranscript',
  method: 'post',
  path: '/api/v1/transcripts/{transcriptId}/reports',
  tags,
  summary: 'Report a finished conversation, with a reason',
  ...needs(write),
  middleware: guard({ operation: 'reportTranscript', scope: write }),
  request: {
    params,
    body: body(
      z
        .object({ reason: z.string().trim().min(1).max(80), note: z.string().max(2000).optional() })
        .openapi('TranscriptReport'),
    ),
  },
  responses: { 201: json(conversation, 'The conversation, now reported.'), ...everyRefusal, ...invalid, ...notFound },
});

const recording = createRoute({
  operationId: 'getRecording',
  method: 'get',
  path: '/api/v1/transcripts/{transcriptId}/recording',
  tags,
  summary: 'The audio of a voice call, in step with its messages’ times',
  ...needs(read),
  middleware: guard({ operation: 'getRecording', scope: read }),
  request: { params },
  responses: {
    200: {
      description: 'A WAV file that begins when the conversation did.',
      content: { 'audio/wav': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...everyRefusal,
    ...notFound,
  },
});

const view = createRoute({
  operationId: 'recordTranscriptView',
  method: 'post',
  path: '/api/v1/transcripts/{transcriptId}/views',
  tags,
  summary: 'Note that the caller opened the transcript',
  ...needs(read),
  middleware: guard({ operation: 'recordTranscriptView', scope: read }),
  request: { params },
  responses: { 201: json(views, 'All views, latest first.'), ...everyRefusal, ...notFound },
});

const listViews = createRoute({
  operationId: 'listTranscriptViews',
  method: 'get',
  path: '/api/v1/transcripts/{transcriptId}/views',
  tags,
  summary: 'Who opened the transcript, latest first',
  ...needs(read),
  middleware: guard({ operation: 'listTranscriptViews', scope: read }),
  request: { params },
  responses: { 200: json(views, 'The views.'), ...everyRefusal, ...notFound },
});

const history = createRoute({
  operationId: 'getContactHistory',
  method: 'get',
  path: '/api/v1/transcripts/{transcriptId}/contact-history',
  tags,
  summary: 'Conversations of the same contact, threaded by the journey parameters, newest first',
  ...needs(read),
  middleware: guard({ operation: 'getContactHistory', scope: read }),
  request: {
    params,
    query: z.object({ cursor: z.string().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  },
  responses: { 200: json(transcriptPage, 'A page.'), ...everyRefusal, ...notFound, ...expired, ...invalid },
});

const journey = createRoute({
  operationId: 'listJourneyParameters',
  method: 'get',
  path: '/api/v1/{tenant}/journey/parameters',
  tags: ['Operations'],
  summary: 'Names of the parameters that identify a customer',
  ...needs('operations:read'),
  middleware: guard({ operation: 'listJourneyParameters', scope: 'operations:read', tenantParameter: 'tenant' }),
  request: { params: z.object({ tenant: z.string() }) },
  responses: {
    200: json(z.object({ names: z.array(z.string()).readonly() }).openapi('JourneyParameters'), 'The names.'),
    ...everyRefusal,
  },
});

/** Looking at a conversation afterwards: flag, report, recording, who viewed it, the contact's others. */
export function registerReviewRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(flag, (c) => {
    const { flagged, expectedRevision: revision } = c.req.valid('json');
    const caller = c.get('caller');
    return c.json(
      unwrap(tenantOf(caller).flag(c.req.valid('param').transcriptId, caller.user, flagged, revision)),
      200,
    );
  });
  app.openapi(report, (c) => {
    const caller = c.get('caller');
    const input = withoutUndefined(c.req.valid('json'));
    return c.json(unwrap(tenantOf(caller).report(c.req.valid('param').transcriptId, caller.user, input)), 201);
  });
  app.openapi(recording, (c) => {
    const found = tenantOf(c.get('caller')).get(c.req.valid('param').transcriptId);
    if (found?.platform !== 'voice')
      throw new ApiError(404, 'not-found', 'There is no recording of this conversation.');
    return c.body(recordingOf(found), 200, { 'content-type': 'audio/wav' });
  });
  app.openapi(view, (c) => {
    const caller = c.get('caller');
    const seen = unwrap(tenantOf(caller).recordView(c.req.valid('param').transcriptId, caller.user));
    return c.json({ views: seen }, 201);
  });
  app.openapi(listViews, (c) => {
    return c.json({ views: unwrap(tenantOf(c.get('caller')).views(c.req.valid('param').transcriptId)) }, 200);
  });
  app.openapi(history, (c) => {
    const { cursor, limit } = c.req.valid('query');
    const tenant = tenantOf(c.get('caller'));
    return c.json(unwrap(tenant.contactHistory(c.req.valid('param').transcriptId, cursor, limit)), 200);
  });
  app.openapi(journey, (c) => c.json({ names: tenantOf(c.get('caller')).journeyParameters() }, 200));
}
