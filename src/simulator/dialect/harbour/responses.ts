import { z } from '@hono/zod-openapi';
import { guard } from '../../api/guard/guard.ts';
import { conversationId, errorBody } from './schemas.ts';

/** `{ data }`: one thing. */
export function one<S extends z.ZodType>(schema: S, description = 'The result.') {
  return { description, content: { 'application/json': { schema: z.object({ data: schema }) } } };
}

const meta = z
  .object({ page: z.int().min(1), per_page: z.int().min(1), total: z.int().min(0) })
  .openapi('PageMeta', { description: 'Which page this is, and how many items there are on all pages.' });

/** `{ data: [], meta }`: a page of things. */
export function many<S extends z.ZodType>(schema: S, description = 'A page.') {
  return { description, content: { 'application/json': { schema: z.object({ data: z.array(schema), meta }) } } };
}

/** Everything at once, in the envelope of a page. */
export function whole<T>(data: T[]) {
  return { data, meta: { page: 1, per_page: Math.max(data.length, 1), total: data.length } };
}

/** A JSON body of a request. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}

const problem = (description: string) => ({ description, content: { 'application/json': { schema: errorBody } } });
export const refusals = {
  401: problem('No token, an expired one, or one for another tenant.'),
  403: problem('A permission is missing.'),
  429: problem('The model pool is full; see the Retry-After header.'),
  503: problem('Not available now; see the Retry-After header.'),
};
export const unprocessable = { 422: problem('The request makes no sense.') };
export const notFound = { 404: problem('There is no such thing in this tenant.') };
export const conflict = {
  409: problem('Not as things stand: someone else has claimed it, it has changed, or its state does not allow it.'),
};
export const tooLarge = { 413: problem('More than is taken at once.') };

export const inOrg = z.object({ org: z.string() });
export const ofConversation = z.object({ org: z.string(), conversation_id: conversationId });
export const base = '/gateway/tenants/{org}';

/** Gate and documented security of an operation inside a tenant. `operation` is the primary API's id. */
export function within(operation: string, scope: string) {
  return {
    security: [{ tenantToken: [] }],
    description: `Needs the permission \`${scope}\`.`,
    middleware: guard({ operation, scope, tenantParameter: 'org' }),
  };
}
