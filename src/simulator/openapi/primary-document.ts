import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../api/api-env.ts';
import { campaignEventNames, streamEventNames } from '../api/schemas/stream.ts';
import { securitySchemes } from './security-schemes.ts';

/**
 * The OpenAPI 3.2.0 document of the primary API, made from the schemas that also check its requests. The generator
 * knows 3.1; what 3.2 adds and this API uses is put in here: the schema of each event of a stream (`itemSchema`).
 */
export function primaryDocument(app: OpenAPIHono<ApiEnv>, baseUrl: string, issuer: string): object {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Dialai API',
      version: '2.4.0',
      description:
        'Operations of one Dialai instance. This one is simulated: its people and conversations are made up.',
    },
    servers: [{ url: baseUrl }],
    tags: [
      { name: 'Identity', description: 'Who calls.' },
      { name: 'Tenant admin', description: 'Tenants.' },
      { name: 'Chat', description: 'Web chats, and what a CSR does in a conversation.' },
      { name: 'Live', description: 'Conversations in progress.' },
      { name: 'Transcripts', description: 'Conversations in progress and past.' },
      { name: 'Inbox', description: 'The queue for people.' },
      { name: 'Flows', description: 'States and transitions.' },
      { name: 'Operations', description: 'Internal contacts, skills, journey parameters, do-not-call.' },
      { name: 'Outbound campaigns', description: 'Campaigns, manifests, dispatchers, contacts.' },
      { name: 'Telemetry', description: 'System health and mission-control metrics.' },
    ],
  });
  const components = { ...document.components, securitySchemes: securitySchemes(issuer) };
  return { ...document, openapi: '3.2.0', paths: withItemSchemas(document.paths ?? {}), components };
}

function withItemSchemas(paths: object): object {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(Object(item)).map(([verb, operation]) => [verb, streamed(Object(operation))])),
    ]),
  );
}

/** Moves the schema of a stream's content to where OpenAPI 3.2 has it (section 4.14.1, sequential media types). */
function streamed(operation: Record<string, unknown>): object {
  const responses = Object(operation['responses']);
  const content = responses['200']?.content?.['text/event-stream'];
  if (content === undefined) return operation;
  const names = operation['operationId'] === 'getCampaignEvents' ? campaignEventNames : streamEventNames;
  const itemSchema = {
    type: 'object',
    description: 'One server-sent event, by its fields.',
    required: ['event', 'data'],
    properties: {
      event: { type: 'string', examples: [...names] },
      id: { type: 'string', description: '`<streamId>:<sequence>`; heartbeats have none.' },
      data: { type: 'string', contentMediaType: 'application/json', contentSchema: content.schema },
    },
  };
  const ok = { ...responses['200'], content: { 'text/event-stream': { itemSchema } } };
  return { ...operation, responses: { ...responses, 200: ok } };
}
