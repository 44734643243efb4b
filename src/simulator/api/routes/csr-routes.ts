import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';
import { guard, tenantOf } from '../guard/guard.ts';
import { conversation, transcriptId } from '../schemas/conversation.ts';
import { message } from '../schemas/transcript.ts';
import { body, conflict, everyRefusal, invalid, json, needs, notFound } from './responses.ts';
import { unwrap } from './unwrap.ts';
import { withoutUndefined } from './without-undefined.ts';

const params = z.object({ tenant: z.string(), transcriptId });
const refusals = { ...everyRefusal, ...invalid, ...notFound, ...conflict };
const tags = ['Chat'];
const scope = 'chat:csr';
const note = z.string().max(2_000).optional();

const takeOver = createRoute({
  operationId: 'csrTakeOver',
  method: 'post',
  path: '/api/org/{tenant}/v2/webchat/{transcriptId}/CsrTakeOver',
  tags,
  summary: 'Take a conversation over from the AI',
  description: 'Answers 409 with `takenBy` when someone else has it, 422 when it has ended or is queued.',
  ...needs(scope),
  middleware: guard({ operation: 'csrTakeOver', scope, tenantParameter: 'tenant' }),
  request: { params },
  responses: { 200: json(conversation, 'Held by the caller.'), ...refusals },
});

export const csrMessage = z
  .object({
    text: z.string().trim().min(1).max(4_000),
    clientMessageId: z
      .string()
      .max(100)
      .optional()
      .openapi({ description: 'Chosen by the client; the same id again adds no second message.' }),
  })
  .openapi('NewCsrMessage');

const addMessage = createRoute({
  operationId: 'addCsrMessage',
  method: 'post',
  path: '/api/org/{tenant}/v2/webchat/{transcriptId}/addCsrMessage',
  tags,
  summary: 'Reply as CSR',
  ...needs(scope),
  middleware: guard({ operation: 'addCsrMessage', scope, tenantParameter: 'tenant' }),
  request: { params, body: body(csrMessage) },
  responses: { 201: json(message, 'The message.'), ...refusals },
});

export const statusChange = z.object({ status: z.enum(['completed']) }).openapi('StatusChange');

const setStatus = createRoute({
  operationId: 'setTranscriptStatus',
  method: 'put',
  path: '/api/org/{tenant}/v2/webchat/{transcriptId}/status',
  tags,
  summary: 'Complete a conversation',
  ...needs(scope),
  middleware: guard({ operation: 'setTranscriptStatus', scope, tenantParameter: 'tenant' }),
  request: { params, body: body(statusChange) },
  responses: { 200: json(conversation, 'The conversation, ended.'), ...refusals },
});

export const handBackInput = z.object({ note }).openapi('HandBack');

const handBack = createRoute({
  operationId: 'handBackToAi',
  method: 'post',
  path: '/api/org/{tenant}/v2/webchat/{transcriptId}/HandBack',
  tags,
  summary: 'Hand a conversation back to the AI',
  ...needs(scope),
  middleware: guard({ operation: 'handBackToAi', scope, tenantParameter: 'tenant' }),
  request: { params, body: body(handBackInput) },
  responses: { 200: json(conversation, 'Run by the AI again.'), ...refusals },
});

export const transferInput = z.object({ internalContactId: z.string(), note }).openapi('TransferRequest');

const transfer = createRoute({
  operationId: 'transferConversation',
  method: 'post',
  path: '/api/org/{tenant}/v2/webchat/{transcriptId}/transfer',
  tags,
  summary: 'Transfer a conversation to an internal contact',
  ...needs(scope),
  middleware: guard({ operation: 'transferConversation', scope, tenantParameter: 'tenant' }),
  request: { params, body: body(transferInput) },
  responses: { 200: json(conversation, 'Transferred.'), ...refusals },
});

/** What a CSR does: take over, reply, complete, hand back, transfer. */
export function registerCsrRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(takeOver, (c) => {
    const { user } = c.get('caller');
    return c.json(unwrap(tenantOf(c.get('caller')).takeOver(c.req.valid('param').transcriptId, user)), 200);
  });
  app.openapi(addMessage, (c) => {
    const { user } = c.get('caller');
    const input = withoutUndefined(c.req.valid('json'));
    const tenant = tenantOf(c.get('caller'));
    return c.json(unwrap(tenant.addCsrMessage(c.req.valid('param').transcriptId, user, input)), 201);
  });
  app.openapi(setStatus, (c) => {
    const { user } = c.get('caller');
    const { status } = c.req.valid('json');
    return c.json(unwrap(tenantOf(c.get('caller')).setStatus(c.req.valid('param').transcriptId, user, status)), 200);
  });
  app.openapi(handBack, (c) => {
    const { user } = c.get('caller');
    const input = withoutUndefined(c.req.valid('json'));
    return c.json(unwrap(tenantOf(c.get('caller')).handBack(c.req.valid('param').transcriptId, user, input)), 200);
  });
  app.openapi(transfer, (c) => {
    const { user } = c.get('caller');
    const input = withoutUndefined(c.req.valid('json'));
    return c.json(unwrap(tenantOf(c.get('caller')).transfer(c.req.valid('param').transcriptId, user, input)), 200);
  });
}
