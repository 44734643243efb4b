import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';
import { guard, tenantOf } from '../guard/guard.ts';
import { language, parameter, transcriptId } from '../schemas/conversation.ts';
import { message, transcript } from '../schemas/transcript.ts';
import { body, everyRefusal, invalid, json, needs, notFound } from './responses.ts';
import { unwrap } from './unwrap.ts';
import { withoutUndefined } from './without-undefined.ts';

const text = z.string().trim().min(1).max(4_000);

export const newWebchat = z
  .object({
    contactName: z.string().max(200).optional(),
    language: language.optional(),
    text: text.optional().openapi({ description: 'First message of the visitor.' }),
    parameters: z
      .array(parameter.pick({ name: true, value: true }))
      .max(50)
      .optional(),
  })
  .openapi('NewWebchat');
export const webchatMessage = z.object({ text }).openapi('NewMessage');

const createWebchat = createRoute({
  operationId: 'createWebchat',
  method: 'post',
  path: '/api/org/{tenant}/v2/webchat',
  tags: ['Chat'],
  summary: 'Create a transcript',
  description: 'Starts a web chat as a visitor would. Answers 503 while the model pool is full.',
  ...needs('chat:write'),
  middleware: guard({ operation: 'createWebchat', scope: 'chat:write', tenantParameter: 'tenant' }),
  request: { params: z.object({ tenant: z.string() }), body: body(newWebchat) },
  responses: { 201: json(transcript, 'The new transcript.'), ...everyRefusal, ...invalid },
});

const sendWebchatMessage = createRoute({
  operationId: 'sendWebchatMessage',
  method: 'post',
  path: '/api/org/{tenant}/v2/webchat/{transcriptId}',
  tags: ['Chat'],
  summary: 'Send a message as the visitor',
  description: 'The reply comes later, through the stream. Answers 429 while the model pool is full.',
  ...needs('chat:write'),
  middleware: guard({ operation: 'sendWebchatMessage', scope: 'chat:write', tenantParameter: 'tenant' }),
  request: { params: z.object({ tenant: z.string(), transcriptId }), body: body(webchatMessage) },
  responses: { 202: json(message, 'Accepted.'), ...everyRefusal, ...invalid, ...notFound },
});

/** The visitor's side of a web chat. */
export function registerWebchatRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(createWebchat, (c) => {
    const input = withoutUndefined(c.req.valid('json'));
    return c.json(unwrap(tenantOf(c.get('caller')).createWebchat(input), 503), 201);
  });
  app.openapi(sendWebchatMessage, (c) => {
    const { transcriptId } = c.req.valid('param');
    return c.json(unwrap(tenantOf(c.get('caller')).sendMessage(transcriptId, c.req.valid('json')), 429), 202);
  });
}
