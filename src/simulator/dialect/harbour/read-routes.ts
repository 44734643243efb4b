import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answerConversations } from '../../api/answer-stream.ts';
import type { ApiEnv } from '../../api/api-env.ts';
import { ApiError } from '../../api/api-error.ts';
import { tenantOf } from '../../api/guard/guard.ts';
import { readableText } from '../../api/routes/readable-text.ts';
import type { TenantWorld, Transcript } from '../../world/world-port.ts';
import { feedEncoder } from './feed-encoder.ts';
import { toRecord, toSummary } from './mapping.ts';
import { numberedPage } from './numbered-page.ts';
import { filterOf, listQuery, searchRequest } from './query.ts';
import {
  base,
  body,
  inOrg,
  many,
  notFound,
  ofConversation,
  one,
  refusals,
  unprocessable,
  within,
} from './responses.ts';
import { conversation, epoch, feedEvent, feedEventNames, hit, record } from './schemas.ts';

const read = 'transcripts:read';
const feed = {
  description: `Server-sent events, named ${feedEventNames.join(', ')}; the data of each is this JSON.`,
  content: { 'text/event-stream': { schema: feedEvent } },
};
const lastEventId = z.object({ 'last-event-id': z.string().optional() });

const active = createRoute({
  operationId: 'active_conversation_list',
  method: 'get',
  path: `${base}/active-conversations`,
  tags: ['Live'],
  summary: 'Snapshot of all conversations in progress',
  ...within('liveConversations', read),
  request: { params: inOrg },
  responses: {
    200: {
      description: 'The snapshot and where the feed stood.',
      content: {
        'application/json': {
          schema: z.object({
            data: z.array(conversation),
            meta: z.object({
              stream_id: z.string().openapi({ description: 'Part of every event id; changes at a restart.' }),
              position: z.int().openapi({ description: 'Latest sequence of the feed that is included here.' }),
              generated_at: epoch,
            }),
          }),
        },
      },
    },
    ...refusals,
  },
});

const stream = createRoute({
  operationId: 'conversation_feed',
  method: 'get',
  path: `${base}/feed`,
  tags: ['Live'],
  summary: 'Stream of all conversations in progress (server-sent events)',
  ...within('streamConversations', read),
  request: { params: inOrg, headers: lastEventId },
  responses: { 200: feed, ...refusals },
});

const streamOne = createRoute({
  operationId: 'conversation_feed_single',
  method: 'get',
  path: `${base}/conversations/{conversation_id}/feed`,
  tags: ['Live'],
  summary: 'Stream of one conversation (server-sent events)',
  ...within('streamTranscript', read),
  request: { params: ofConversation, headers: lastEventId },
  responses: { 200: feed, ...refusals, ...notFound },
});

const list = createRoute({
  operationId: 'conversation_list',
  method: 'get',
  path: `${base}/conversations`,
  tags: ['Transcripts'],
  summary: 'Conversations, newest first',
  ...within('listTranscripts', read),
  request: { params: inOrg, query: listQuery },
  responses: { 200: many(conversation), ...refusals, ...unprocessable },
});

const search = createRoute({
  operationId: 'conversation_search',
  method: 'post',
  path: `${base}/conversation-searches`,
  tags: ['Transcripts'],
  summary: 'Search messages, contacts and tags',
  ...within('searchTranscripts', read),
  request: { params: inOrg, body: body(searchRequest) },
  responses: { 200: many(hit), ...refusals, ...unprocessable },
});

const show = createRoute({
  operationId: 'conversation_show',
  method: 'get',
  path: `${base}/conversations/{conversation_id}`,
  tags: ['Transcripts'],
  summary: 'One conversation with messages, function calls and transitions',
  ...within('getTranscript', read),
  request: { params: ofConversation },
  responses: { 200: one(record), ...refusals, ...notFound },
});

const text = createRoute({
  operationId: 'conversation_text',
  method: 'get',
  path: `${base}/conversations/{conversation_id}/readable-text`,
  tags: ['Transcripts'],
  summary: 'One conversation as readable plain text',
  ...within('getReadableTranscript', read),
  request: { params: ofConversation },
  responses: {
    200: { description: 'One line a message.', content: { 'text/plain': { schema: z.string() } } },
    ...refusals,
    ...notFound,
  },
});

/** What only reads: snapshot, feeds, list, search, one. */
export function registerReadRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(active, (c) => {
    const tenant = tenantOf(c.get('caller'));
    const { streamId: stream_id, sequence: position } = tenant;
    const meta = { stream_id, position, generated_at: c.get('services').world().clock.now() };
    return c.json({ data: tenant.conversations().map(toSummary), meta }, 200);
  });
  app.openapi(stream, (c) => answerConversations(c, 'streamConversations', feedEncoder));
  app.openapi(streamOne, (c) => {
    const { transcriptId } = find(tenantOf(c.get('caller')), c.req.valid('param').conversation_id);
    return answerConversations(c, 'streamTranscript', feedEncoder, transcriptId);
  });
  app.openapi(list, (c) => {
    const { page, per_page, ...criteria } = c.req.valid('query');
    const tenant = tenantOf(c.get('caller'));
    const { items, meta } = numberedPage(page, per_page, (cursor, limit) =>
      tenant.list(filterOf(criteria), cursor, limit),
    );
    return c.json({ data: items.map(toSummary), meta }, 200);
  });
  app.openapi(search, (c) => {
    const { phrase, criteria, page, per_page } = c.req.valid('json');
    const tenant = tenantOf(c.get('caller'));
    const { items, meta } = numberedPage(page, per_page, (cursor, limit) => {
      return tenant.search(phrase, filterOf(criteria), cursor, limit);
    });
    const data = items.map((each) => ({
      conversation: toSummary(each.conversation),
      excerpts: each.snippets.map((snippet) => ({ utterance_id: snippet.messageId, content: snippet.text })),
    }));
    return c.json({ data, meta }, 200);
  });
  app.openapi(show, (c) => {
    return c.json({ data: toRecord(find(tenantOf(c.get('caller')), c.req.valid('param').conversation_id)) }, 200);
  });
  app.openapi(text, (c) => {
    return c.text(readableText(find(tenantOf(c.get('caller')), c.req.valid('param').conversation_id)), 200);
  });
}

function find(tenant: TenantWorld, id: string): Transcript {
  const found = tenant.get(id);
  if (!found) throw new ApiError(404, 'not-found', 'There is no such conversation.');
  return found;
}
