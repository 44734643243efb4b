import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { primaryEncoder } from '../../stream/event-encoder.ts';
import { WATCH_SECONDS } from '../../world/tenant/presence.ts';
import { answerConversations } from '../answer-stream.ts';
import type { ApiEnv } from '../api-env.ts';
import { ApiError } from '../api-error.ts';
import { guard, tenantOf } from '../guard/guard.ts';
import { conversation, transcriptId } from '../schemas/conversation.ts';
import { snapshot, streamEvent } from '../schemas/stream.ts';
import { everyRefusal, invalid, json, needs, notFound } from './responses.ts';
import { unwrap } from './unwrap.ts';

const scope = 'transcripts:read';
const tags = ['Live'];
export const lastEventId = z.object({
  'last-event-id': z
    .string()
    .optional()
    .openapi({ description: '`<streamId>:<sequence>` of the last event seen: what came after it is sent again.' }),
});
export const behaviour = `Server-sent events. The first is a \`heartbeat\`; another comes every few seconds and tells how far the
stream is. With \`Last-Event-ID\` the events after it are sent again from a bounded buffer; when that is not possible one
\`reset\` tells so and the stream goes on from now: take a new snapshot. When the token expires an \`unauthorized\` event is
sent and the stream is closed. Event names that are not listed may come.`;
const events = {
  description: 'The stream.',
  content: { 'text/event-stream': { schema: streamEvent } },
};

const live = createRoute({
  operationId: 'liveConversations',
  method: 'get',
  path: '/api/v1/{tenant}/live/conversations',
  tags,
  summary: 'Snapshot of all conversations in progress',
  ...needs(scope),
  middleware: guard({ operation: 'liveConversations', scope, tenantParameter: 'tenant' }),
  request: { params: z.object({ tenant: z.string() }) },
  responses: { 200: json(snapshot, 'The snapshot and where the stream stood.'), ...everyRefusal },
});

const stream = createRoute({
  operationId: 'streamConversations',
  method: 'get',
  path: '/api/v1/{tenant}/live/events',
  tags,
  summary: 'Stream of all conversations in progress',
  description: behaviour,
  ...needs(scope),
  middleware: guard({ operation: 'streamConversations', scope, tenantParameter: 'tenant' }),
  request: { params: z.object({ tenant: z.string() }), headers: lastEventId },
  responses: { 200: events, ...everyRefusal },
});

const streamOne = createRoute({
  operationId: 'streamTranscript',
  method: 'get',
  path: '/api/v1/{tenant}/live/conversations/{transcriptId}/events',
  tags,
  summary: 'Stream of one conversation',
  description: `${behaviour}\n\nSequences stay tenant-wide, so those of other conversations are missing here.`,
  ...needs(scope),
  middleware: guard({ operation: 'streamTranscript', scope, tenantParameter: 'tenant' }),
  request: { params: z.object({ tenant: z.string(), transcriptId }), headers: lastEventId },
  responses: { 200: events, ...everyRefusal, ...notFound },
});

const announce = createRoute({
  operationId: 'announcePresence',
  method: 'put',
  path: '/api/v1/{tenant}/live/conversations/{transcriptId}/watchers',
  tags,
  summary: 'Tell that the caller has the conversation open',
  description: `Adds the caller to \`watchers\`. Holds for ${WATCH_SECONDS} seconds unless it is sent again.`,
  ...needs(scope),
  middleware: guard({ operation: 'announcePresence', scope, tenantParameter: 'tenant' }),
  request: { params: z.object({ tenant: z.string(), transcriptId }) },
  responses: { 200: json(conversation, 'The conversation.'), ...everyRefusal, ...notFound, ...invalid },
});

/** What happens now: a snapshot, two streams, and who looks at what. */
export function registerLiveRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(live, (c) => c.json(takeSnapshot(c), 200));
  app.openapi(announce, (c) => {
    const { tenant, user } = { tenant: tenantOf(c.get('caller')), user: c.get('caller').user };
    return c.json(unwrap(tenant.announcePresence(c.req.valid('param').transcriptId, user)), 200);
  });
  app.openapi(stream, (c) => answerConversations(c, 'streamConversations', primaryEncoder));
  app.openapi(streamOne, (c) => {
    const id = c.req.valid('param').transcriptId;
    if (!tenantOf(c.get('caller')).get(id)) throw new ApiError(404, 'not-found', 'There is no such conversation.');
    return answerConversations(c, 'streamTranscript', primaryEncoder, id);
  });
}

function takeSnapshot(c: Context<ApiEnv>) {
  const tenant = tenantOf(c.get('caller'));
  const at = new Date(c.get('services').world().clock.now()).toISOString();
  return { streamId: tenant.streamId, sequence: tenant.sequence, at, items: tenant.conversations() };
}
