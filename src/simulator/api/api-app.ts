import { randomUUID } from 'node:crypto';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv, ApiServices } from './api-env.ts';
import { ApiError } from './api-error.ts';

/**
 * An application with what every dialect shares: services in reach, request ids, the date by the instance's own clock,
 * and one way to word errors.
 *
 * @param wordError the body of an error in this dialect
 */
export function createApiApp(services: ApiServices, wordError: (error: ApiError) => object): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const details = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      throw new ApiError(422, 'invalid', 'The request does not fit its schema.', { details });
    },
  });
  app.use(async (c, next) => {
    c.set('services', services);
    await next();
    c.res.headers.set('x-request-id', randomUUID());
    c.res.headers.set('date', new Date(Date.now() + services.faults.clockSkewMs()).toUTCString());
  });
  app.onError((cause, c) => {
    const error = cause instanceof ApiError ? cause : asApiError(cause);
    return c.json(wordError(error), error.status, error.headers());
  });
  app.notFound((c) => c.json(wordError(new ApiError(404, 'no-such-operation', 'There is no such operation.')), 404));
  return app;
}

/** hono throws its own error for a body that is no JSON. */
function asApiError(cause: Error): ApiError {
  const status = 'status' in cause ? cause.status : undefined;
  if (status === 400) return new ApiError(422, 'invalid', 'The body is not valid JSON.');
  return new ApiError(500, 'internal', `The simulator failed: ${cause.message}`);
}
