import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';
import { ApiError } from '../api-error.ts';
import { guard, tenantOf } from '../guard/guard.ts';
import { conversation, expectedRevision, tag, transcriptId } from '../schemas/conversation.ts';
import { transcript } from '../schemas/transcript.ts';
import { readableText } from './readable-text.ts';
import { body, conflict, everyRefusal, expired, invalid, json, needs, notFound } from './responses.ts';
import { filterOf, listQuery, searchHits, searchRequest, sortOf, transcriptPage } from './transcript-query.ts';
import { unwrap } from './unwrap.ts';
import { withoutUndefined } from './without-undefined.ts';

const params = z.object({ transcriptId });
const tags = ['Transcripts'];
const scope = 'transcripts:read';

const list = createRoute({
  operationId: 'listTranscripts',
  method: 'get',
  path: '/api/v1/transcripts',
  tags,
  summary: 'Conversations of the token’s tenant, newest first',
  ...needs(scope),
  middleware: guard({ operation: 'listTranscripts', scope }),
  request: { query: listQuery },
  responses: { 200: json(transcriptPage, 'A page.'), ...everyRefusal, ...expired, ...invalid },
});

const search = createRoute({
  operationId: 'searchTranscripts',
  method: 'post',
  path: '/api/v1/transcripts/search',
  tags,
  summary: 'Search messages, contacts and tags',
  ...needs(scope),
  middleware: guard({ operation: 'searchTranscripts', scope }),
  request: { body: body(searchRequest) },
  responses: { 200: json(searchHits, 'A page of hits.'), ...everyRefusal, ...expired, ...invalid },
});

const get = createRoute({
  operationId: 'getTranscript',
  method: 'get',
  path: '/api/v1/transcripts/{transcriptId}',
  tags,
  summary: 'One conversation with messages, function calls and transitions',
  ...needs(scope),
  middleware: guard({ operation: 'getTranscript', scope }),
  request: { params },
  responses: { 200: json(transcript, 'The transcript.'), ...everyRefusal, ...notFound },
});

const readable = createRoute({
  operationId: 'getReadableTranscript',
  method: 'get',
  path: '/api/v1/transcripts/{transcriptId}/readable',
  tags,
  summary: 'One conversation as plain text',
  ...needs(scope),
  middleware: guard({ operation: 'getReadableTranscript', scope }),
  request: { params },
  responses: {
    200: { description: 'One line a message.', content: { 'text/plain': { schema: z.string() } } },
    ...everyRefusal,
    ...notFound,
  },
});

const setTags = createRoute({
  operationId: 'setTranscriptTags',
  method: 'put',
  path: '/api/v1/transcripts/{transcriptId}/tags',
  tags,
  summary: 'Replace the tags of a conversation',
  ...needs('transcripts:write'),
  middleware: guard({ operation: 'setTranscriptTags', scope: 'transcripts:write' }),
  request: { params, body: body(z.object({ tags: z.array(tag).max(50), expectedRevision }).openapi('TagList')) },
  responses: { 200: json(conversation, 'The conversation.'), ...everyRefusal, ...invalid, ...notFound, ...conflict },
});

/** The archive and what is live, by list, search and id. */
export function registerTranscriptRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(list, (c) => {
    const { cursor, limit, sort, ...filters } = c.req.valid('query');
    return c.json(unwrap(tenantOf(c.get('caller')).list(filterOf(filters), cursor, limit, sortOf(sort))), 200);
  });
  app.openapi(search, (c) => {
    const { query, filters, cursor, limit, sort, speaker } = c.req.valid('json');
    const how = withoutUndefined({ speaker, sort: sortOf(sort) });
    const found = tenantOf(c.get('caller')).search(query, filterOf(filters), cursor ?? undefined, limit, how);
    return c.json(unwrap(found), 200);
  });
  app.openapi(get, (c) => {
    const found = tenantOf(c.get('caller')).get(c.req.valid('param').transcriptId);
    if (!found) throw new ApiError(404, 'not-found', 'There is no such conversation.');
    return c.json(found, 200);
  });
  app.openapi(readable, (c) => {
    const found = tenantOf(c.get('caller')).get(c.req.valid('param').transcriptId);
    if (!found) throw new ApiError(404, 'not-found', 'There is no such conversation.');
    return c.text(readableText(found), 200);
  });
  app.openapi(setTags, (c) => {
    const { user } = c.get('caller');
    const { tags: given, expectedRevision: revision } = c.req.valid('json');
    const { transcriptId: id } = c.req.valid('param');
    return c.json(unwrap(tenantOf(c.get('caller')).setTags(id, user, given, revision)), 200);
  });
}
