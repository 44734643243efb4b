import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/api-env.ts';
import { tenantOf } from '../../api/guard/guard.ts';
import { unwrap } from '../../api/routes/unwrap.ts';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import { readStatus, toRecord, toSummary, toUtterance } from './mapping.ts';
import {
  base,
  body,
  conflict,
  inOrg,
  notFound,
  ofConversation,
  one,
  refusals,
  unprocessable,
  within,
} from './responses.ts';
import { conversation, label, record, utterance } from './schemas.ts';

const content = z.string().trim().min(1).max(4_000).openapi({ description: 'Text of the message.' });
const remark = z.string().max(2_000).optional().openapi({ description: 'A note for whoever goes on.' });
const csr = { tags: ['Chat'], request: { params: ofConversation } };
const answers = { ...refusals, ...unprocessable, ...notFound };
const held = { 200: one(conversation), ...answers, ...conflict };

const open = createRoute({
  operationId: 'web_chat_open',
  method: 'post',
  path: `${base}/web-chats`,
  tags: ['Chat'],
  summary: 'Create a conversation as a web chat visitor',
  ...within('createWebchat', 'chat:write'),
  request: {
    params: inOrg,
    body: body(z.object({ visitor_name: z.string().max(200).optional(), content: content.optional() })),
  },
  responses: { 201: one(record), ...refusals, ...unprocessable },
});

const visitorMessage = createRoute({
  operationId: 'visitor_message_post',
  method: 'post',
  path: `${base}/web-chats/{conversation_id}/visitor-messages`,
  tags: ['Chat'],
  summary: 'Send a message as the visitor',
  ...within('sendWebchatMessage', 'chat:write'),
  request: { params: ofConversation, body: body(z.object({ content })) },
  responses: { 202: one(utterance), ...answers },
});

const claim = createRoute({
  operationId: 'conversation_claim',
  method: 'post',
  path: `${base}/conversations/{conversation_id}/claim`,
  summary: 'Take a conversation over from the AI',
  ...within('csrTakeOver', 'chat:csr'),
  ...csr,
  responses: held,
});

const agentMessage = createRoute({
  operationId: 'agent_message_post',
  method: 'post',
  path: `${base}/conversations/{conversation_id}/agent-messages`,
  tags: ['Chat'],
  summary: 'Reply as CSR',
  ...within('addCsrMessage', 'chat:csr'),
  request: {
    params: ofConversation,
    body: body(z.object({ content, client_reference: z.string().max(100).optional() })),
  },
  responses: { 201: one(utterance), ...answers, ...conflict },
});

const close = createRoute({
  operationId: 'conversation_close',
  method: 'put',
  path: `${base}/conversations/{conversation_id}/conversation-status`,
  tags: ['Chat'],
  summary: 'Complete a conversation',
  ...within('setTranscriptStatus', 'chat:csr'),
  request: { params: ofConversation, body: body(z.object({ conversation_status: z.enum(['COMPLETED']) })) },
  responses: held,
});

const release = createRoute({
  operationId: 'conversation_release',
  method: 'post',
  path: `${base}/conversations/{conversation_id}/release`,
  tags: ['Chat'],
  summary: 'Hand a conversation back to the AI',
  ...within('handBackToAi', 'chat:csr'),
  request: { params: ofConversation, body: body(z.object({ remark })) },
  responses: held,
});

const forward = createRoute({
  operationId: 'conversation_forward',
  method: 'post',
  path: `${base}/conversations/{conversation_id}/forward`,
  tags: ['Chat'],
  summary: 'Transfer a conversation to an internal contact',
  ...within('transferConversation', 'chat:csr'),
  request: { params: ofConversation, body: body(z.object({ destination_id: z.string(), remark })) },
  responses: held,
});

const putLabels = createRoute({
  operationId: 'conversation_labels_put',
  method: 'put',
  path: `${base}/conversations/{conversation_id}/labels`,
  tags: ['Transcripts'],
  summary: 'Replace the tags of a conversation',
  ...within('setTranscriptTags', 'transcripts:write'),
  request: { params: ofConversation, body: body(z.object({ labels: z.array(label).max(50) })) },
  responses: { 200: one(conversation), ...answers },
});

const viewer = createRoute({
  operationId: 'conversation_viewer_put',
  method: 'put',
  path: `${base}/conversations/{conversation_id}/viewers`,
  summary: 'Tell that the caller has the conversation open; repeat it while that is so',
  ...within('announcePresence', 'transcripts:read'),
  ...csr,
  responses: { 200: one(conversation), ...answers },
});

/** What changes something: the same commands as in the primary API. */
export function registerCommandRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(open, (c) => {
    const { visitor_name: contactName, content: text } = c.req.valid('json');
    const made = tenantOf(c.get('caller')).createWebchat(withoutUndefined({ contactName, text }));
    return c.json({ data: toRecord(unwrap(made, 503)) }, 201);
  });
  app.openapi(visitorMessage, (c) => {
    const { conversation_id } = c.req.valid('param');
    const sent = tenantOf(c.get('caller')).sendMessage(conversation_id, { text: c.req.valid('json').content });
    return c.json({ data: toUtterance(unwrap(sent, 429)) }, 202);
  });
  app.openapi(claim, (c) => {
    const { conversation_id } = c.req.valid('param');
    const { user } = c.get('caller');
    return c.json({ data: toSummary(unwrap(tenantOf(c.get('caller')).takeOver(conversation_id, user))) }, 200);
  });
  app.openapi(agentMessage, (c) => {
    const { conversation_id } = c.req.valid('param');
    const { content: text, client_reference: clientMessageId } = c.req.valid('json');
    const input = withoutUndefined({ text, clientMessageId });
    const added = tenantOf(c.get('caller')).addCsrMessage(conversation_id, c.get('caller').user, input);
    return c.json({ data: toUtterance(unwrap(added)) }, 201);
  });
  app.openapi(close, (c) => {
    const { conversation_id } = c.req.valid('param');
    const status = readStatus(c.req.valid('json').conversation_status);
    const closed = tenantOf(c.get('caller')).setStatus(conversation_id, c.get('caller').user, status);
    return c.json({ data: toSummary(unwrap(closed)) }, 200);
  });
  app.openapi(release, (c) => {
    const { conversation_id } = c.req.valid('param');
    const input = withoutUndefined({ note: c.req.valid('json').remark });
    const released = tenantOf(c.get('caller')).handBack(conversation_id, c.get('caller').user, input);
    return c.json({ data: toSummary(unwrap(released)) }, 200);
  });
  app.openapi(forward, (c) => {
    const { conversation_id } = c.req.valid('param');
    const { destination_id: internalContactId, remark: note } = c.req.valid('json');
    const input = withoutUndefined({ internalContactId, note });
    const forwarded = tenantOf(c.get('caller')).transfer(conversation_id, c.get('caller').user, input);
    return c.json({ data: toSummary(unwrap(forwarded)) }, 200);
  });
  app.openapi(viewer, (c) => {
    const { conversation_id } = c.req.valid('param');
    const { user } = c.get('caller');
    return c.json({ data: toSummary(unwrap(tenantOf(c.get('caller')).announcePresence(conversation_id, user))) }, 200);
  });
  app.openapi(putLabels, (c) => {
    const { conversation_id } = c.req.valid('param');
    const tags = c.req.valid('json').labels.map(({ key, value }) => ({ name: key, value }));
    const changed = tenantOf(c.get('caller')).setTags(conversation_id, c.get('caller').user, tags);
    return c.json({ data: toSummary(unwrap(changed)) }, 200);
  });
}
