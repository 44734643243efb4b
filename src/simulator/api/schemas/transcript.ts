import { z } from '@hono/zod-openapi';
import type { JsonObject, JsonValue } from '../../world/world-port.ts';
import { conversation, time } from './conversation.ts';

export const message = z
  .object({
    messageId: z.string(),
    index: z.int().min(0).openapi({ description: 'Place within the transcript, 0 for the first.' }),
    role: z.enum(['customer', 'ai', 'csr', 'system']),
    author: z.object({ id: z.string(), name: z.string() }).optional(),
    text: z.string(),
    at: time,
    clientMessageId: z.string().optional(),
    sentiment: z
      .number()
      .min(-1)
      .max(1)
      .optional()
      .openapi({ description: 'Overall sentiment after a customer’s message.' }),
  })
  .openapi('Message');

const isJsonObject = (value: unknown): value is JsonObject => {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isJson);
};
const isJson = (value: unknown): value is JsonValue => {
  if (Array.isArray(value)) return value.every(isJson);
  return value === null || ['string', 'number', 'boolean'].includes(typeof value) || isJsonObject(value);
};
const jsonObject = z.custom<JsonObject>(isJsonObject).openapi({ type: 'object', additionalProperties: true });

export const functionCall = z
  .object({
    callId: z.string(),
    index: z.int().min(0),
    name: z.string(),
    startedAt: time,
    finishedAt: time.nullable(),
    status: z.enum(['running', 'succeeded', 'failed']),
    inputs: jsonObject,
    outputs: jsonObject.nullable().openapi({ type: ['object', 'null'], additionalProperties: true }),
    event: z.string().nullable().openapi({ description: 'The event it emitted, which may fire a transition.' }),
    error: z.string().nullable(),
  })
  .openapi('FunctionCall');

export const transition = z
  .object({ index: z.int().min(0), at: time, from: z.string(), event: z.string(), to: z.string() })
  .openapi('Transition');

export const transcript = conversation
  .extend({
    sequence: z.int().min(0).openapi({ description: 'Latest sequence of the tenant stream that is included here.' }),
    messages: z.array(message).readonly(),
    functionCalls: z.array(functionCall).readonly(),
    transitions: z.array(transition).readonly(),
  })
  .openapi('Transcript');
