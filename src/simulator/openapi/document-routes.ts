import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../api/api-env.ts';
import { guard } from '../api/guard/guard.ts';
import { realmPath } from '../identity/realm-options.ts';
import { readSwaggerAsset, swaggerPage } from './swagger-page.ts';

/**
 * `/api/swagger/openapi.json` for any token of the realm, and the Swagger UI page beside it.
 *
 * @param makeDocument is called once, at the first request
 */
export function registerDocumentRoutes(
  app: OpenAPIHono<ApiEnv>,
  makeDocument: (baseUrl: string, issuer: string) => object,
): void {
  let made: object | undefined;
  app.get('/api/swagger/openapi.json', guard({ operation: 'getOpenApiDocument' }), (c) => {
    const { baseUrl } = c.get('services');
    made ??= makeDocument(baseUrl, `${baseUrl}${realmPath}`);
    return c.json(made);
  });
  app.get('/api/swagger', (c) => swaggerPage(c.req.query('plain') !== undefined));
  app.get('/api/swagger/assets/:name', async (c) => (await readSwaggerAsset(c.req.param('name'))) ?? c.notFound());
}
