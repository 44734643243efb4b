import { z } from '@hono/zod-openapi';
import { errorBody } from '../schemas/error.ts';

/** A JSON answer of a route. */
export function json<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** A JSON body of a request. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}

const meanings = {
  401: 'No token, an expired or wrong one, or one for another tenant.',
  403: 'The token lacks a scope; `requiredScope` names it.',
  404: 'There is no such thing in this tenant.',
  409: 'Not as things stand: someone else holds it (`takenBy`), it has changed (`revision`), or its state does not allow it (`state`).',
  410: 'The cursor is of an earlier run of the instance; begin from the first page.',
  413: 'More than is taken at once.',
  422: 'The request is well formed but makes no sense; `details` tells what and where.',
  429: 'The model pool is full: try again after `Retry-After` seconds.',
  503: 'The instance cannot take this on now: try again after `Retry-After` seconds.',
} as const;
type Refusal = keyof typeof meanings;

const retryAfter = z.object({
  'Retry-After': z.string().openapi({ description: 'Seconds to wait.', examples: ['2'] }),
});

function refusal(status: Refusal) {
  const plain = json(errorBody, meanings[status]);
  return status === 429 || status === 503 ? { ...plain, headers: retryAfter } : plain;
}

/** What any operation may answer instead of its result. */
export const everyRefusal = { 401: refusal(401), 403: refusal(403), 429: refusal(429), 503: refusal(503) };
export const invalid = { 422: refusal(422) };
export const notFound = { 404: refusal(404) };
export const expired = { 410: refusal(410) };
export const conflict = { 409: refusal(409) };
export const tooLarge = { 413: refusal(413) };
/** An answer without a body. */
export const noContent = (description: string) => ({ 204: { description } });

/** Parts of a route that tell which token it needs. */
export function needs(scope: string) {
  return { security: [{ tenantToken: [scope] }] };
}
export const anyToken = { security: [{ tenantToken: [] }, { userToken: [] }] };
