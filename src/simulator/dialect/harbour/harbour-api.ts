import type { OpenAPIHono } from '@hono/zod-openapi';
import { createApiApp } from '../../api/api-app.ts';
import type { ApiEnv, ApiServices } from '../../api/api-env.ts';
import { registerDocumentRoutes } from '../../openapi/document-routes.ts';
import { securitySchemes } from '../../openapi/security-schemes.ts';
import { registerCampaignRoutes } from './campaign-routes.ts';
import { registerCommandRoutes } from './command-routes.ts';
import { registerContactFileRoutes } from './contact-file-routes.ts';
import { registerInboxRoutes } from './inbox-routes.ts';
import { toProblem } from './mapping.ts';
import { registerMonitoringRoutes } from './monitoring-routes.ts';
import { registerReadRoutes } from './read-routes.ts';
import { registerRecipientRoutes } from './recipient-routes.ts';
import { registerReviewRoutes } from './review-routes.ts';
import { registerSessionRoutes } from './session-routes.ts';
import { registerSuppressionRoutes } from './suppression-routes.ts';

/**
 * The same instance in another dialect: other prefixes, operation ids, envelopes, paging, spellings and units, told by
 * an OpenAPI 3.0.3 document.
 */
export function createHarbourApi(services: ApiServices): OpenAPIHono<ApiEnv> {
  const app = createApiApp(services, toProblem);
  registerSessionRoutes(app);
  registerCommandRoutes(app);
  registerReadRoutes(app);
  registerCampaignRoutes(app);
  registerContactFileRoutes(app);
  registerRecipientRoutes(app);
  registerSuppressionRoutes(app);
  registerReviewRoutes(app);
  registerInboxRoutes(app);
  registerMonitoringRoutes(app);
  registerDocumentRoutes(app, (baseUrl, issuer) => harbourDocument(app, baseUrl, issuer));
  return app;
}

function harbourDocument(app: OpenAPIHono<ApiEnv>, baseUrl: string, issuer: string): object {
  const document = app.getOpenAPIDocument({
    openapi: '3.0.3',
    info: { title: 'Harbour gateway for Dialai', version: '1.9.2' },
    servers: [{ url: baseUrl }],
    tags: [
      'Identity',
      'Tenant admin',
      'Chat',
      'Live',
      'Transcripts',
      'Work queue',
      'Flows',
      'Operations',
      'Outbound campaigns',
      'Monitoring',
    ].map((name) => ({ name })),
  });
  return { ...document, components: { ...document.components, securitySchemes: securitySchemes(issuer) } };
}
