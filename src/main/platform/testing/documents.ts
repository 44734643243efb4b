/** API descriptions written by hand for tests: one a version, each in another style. */

const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ok = (schema: object) => ({ 200: { description: 'ok', ...json(schema) } });
const pathParameter = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });

/** OpenAPI 3.0.3: no operation ids at all; only paths and tags speak. */
export const DOCUMENT_30 = {
  openapi: '3.0.3',
  info: { title: 'Paths only', version: '1' },
  paths: {
    '/v3/{account}/chats': { get: { tags: ['Chats'], responses: ok({ type: 'array', items: { type: 'object' } }) } },
    '/v3/{account}/chats/active': { get: { tags: ['Chats'], responses: ok({ type: 'object' }) } },
    '/v3/{account}/chats/stream': {
      get: { tags: ['Chats'], responses: { 200: { description: 'ok', content: { 'text/event-stream': {} } } } },
    },
    '/v3/{account}/chats/{chatId}': {
      parameters: [pathParameter('account'), pathParameter('chatId')],
      get: { tags: ['Chats'], responses: ok({ type: 'object' }) },
    },
    '/v3/{account}/chats/{chatId}/take-over': { post: { tags: ['Chats'], responses: ok({ type: 'object' }) } },
    '/v3/{account}/chats/{chatId}/hand-back': { post: { tags: ['Chats'], responses: ok({ type: 'object' }) } },
    '/v3/{account}/chats/{chatId}/operator-messages': {
      post: {
        tags: ['Chats'],
        requestBody: json({
          type: 'object',
          required: ['body', 'kind'],
          properties: { body: { type: 'string' }, kind: { type: 'string', enum: ['OPERATOR'] } },
        }),
        responses: ok({ type: 'object' }),
      },
    },
    '/v3/{account}/chats/{chatId}/close': {
      put: {
        tags: ['Chats'],
        requestBody: json({ type: 'object', properties: { state: { type: 'string', enum: ['OPEN', 'CLOSED'] } } }),
        responses: ok({ type: 'object' }),
      },
    },
    '/v3/{account}/campaigns/{campaignId}/close': { put: { tags: ['Campaigns'], responses: ok({ type: 'object' }) } },
    '/v3/{account}/flows': { get: { tags: ['Flows'], responses: ok({ type: 'object' }) } },
    '/v3/{account}/flows/{flowId}/release': { post: { tags: ['Flows'], responses: ok({ type: 'object' }) } },
  },
};

/** OpenAPI 3.1: the documented paths beside operations that are known by their ids. */
export const DOCUMENT_31 = {
  openapi: '3.1.0',
  info: { title: 'Documented', version: '2' },
  servers: [{ url: '/gw' }],
  paths: {
    '/api/org/{org}/v2/webchat': { post: { operationId: 'x1', responses: ok({ type: 'object' }) } },
    '/api/org/{org}/v2/webchat/{id}': { post: { operationId: 'x2', responses: {} } },
    '/api/org/{org}/v2/webchat/{id}/addCsrMessage': { post: { operationId: 'x3', responses: {} } },
    '/api/org/{org}/v2/webchat/{id}/CsrTakeOver': { post: { operationId: 'x4', responses: {} } },
    '/api/org/{org}/v2/webchat/{id}/status': { put: { operationId: 'x5', responses: {} } },
    '/api/v1/{org}/monitor': {
      get: { operationId: 'getInFlightConversations', responses: ok({ $ref: '#/components/schemas/Page' }) },
    },
    '/api/v1/transcripts': { get: { operationId: 'transcriptsIndex', responses: ok({ type: 'object' }) } },
  },
  components: {
    schemas: {
      Page: {
        type: 'object',
        properties: { results: { type: 'array', items: { $ref: '#/components/schemas/Talk' } } },
      },
      Talk: {
        type: 'object',
        properties: {
          transcriptId: { type: 'string' },
          beganOn: { type: 'integer', description: 'The time at which it started, in epoch seconds' },
          vehicle: { type: 'string', enum: ['WEB_CHAT', 'VOICE', 'EMAIL'] },
          danger: { type: 'number', maximum: 1, description: 'How much risk there is' },
          status: { type: ['string', 'null'] },
          related: { $ref: '#/components/schemas/Talk' },
        },
      },
    },
  },
};

/** OpenAPI 3.2: event stream by `itemSchema`, an operation of a verb of its own, two takers of one meaning. */
export const DOCUMENT_32 = {
  openapi: '3.2.0',
  info: { title: 'New', version: '3' },
  paths: {
    '/t/{tenant}/live': {
      get: {
        operationId: 'watch_live_conversations',
        responses: {
          200: {
            description: 'ok',
            content: {
              'text/event-stream': {
                itemSchema: {
                  type: 'object',
                  properties: { conversation: { properties: { id: { type: 'string' } } } },
                },
              },
            },
          },
        },
      },
    },
    '/t/{tenant}/transcripts': {
      additionalOperations: { QUERY: { operationId: 'searchTranscripts', responses: ok({ type: 'object' }) } },
    },
    '/t/{tenant}/conversations/{id}/claim': { post: { operationId: 'claimConversation', responses: {} } },
    '/t/{tenant}/conversations/{id}/assume': { post: { operationId: 'assumeConversation', responses: {} } },
  },
};
