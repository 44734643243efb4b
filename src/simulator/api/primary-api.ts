import type { OpenAPIHono } from '@hono/zod-openapi';
import { registerDocumentRoutes } from '../openapi/document-routes.ts';
import { primaryDocument } from '../openapi/primary-document.ts';
import { createApiApp } from './api-app.ts';
import type { ApiEnv, ApiServices } from './api-env.ts';
import { registerCampaignContactRoutes } from './routes/campaign-contact-routes.ts';
import { registerCampaignRoutes } from './routes/campaign-routes.ts';
import { registerCampaignStreamRoutes } from './routes/campaign-stream-routes.ts';
import { registerCsrRoutes } from './routes/csr-routes.ts';
import { registerDispatcherRoutes } from './routes/dispatcher-routes.ts';
import { registerDoNotCallRoutes } from './routes/do-not-call-routes.ts';
import { registerInboxRoutes } from './routes/inbox-routes.ts';
import { registerInstanceRoutes } from './routes/instance-routes.ts';
import { registerLiveRoutes } from './routes/live-routes.ts';
import { registerManifestRoutes } from './routes/manifest-routes.ts';
import { registerReviewRoutes } from './routes/review-routes.ts';
import { registerTelemetryRoutes } from './routes/telemetry-routes.ts';
import { registerTranscriptRoutes } from './routes/transcript-routes.ts';
import { registerWebchatRoutes } from './routes/webchat-routes.ts';

/** The API in its documented spelling, with its OpenAPI 3.2 document. */
export function createPrimaryApi(services: ApiServices): OpenAPIHono<ApiEnv> {
  const app = createApiApp(services, (error) => error.body());
  registerInstanceRoutes(app);
  registerWebchatRoutes(app);
  registerCsrRoutes(app);
  registerLiveRoutes(app);
  registerTranscriptRoutes(app);
  registerReviewRoutes(app);
  registerInboxRoutes(app);
  registerCampaignStreamRoutes(app);
  registerCampaignRoutes(app);
  registerDispatcherRoutes(app);
  registerManifestRoutes(app);
  registerCampaignContactRoutes(app);
  registerDoNotCallRoutes(app);
  registerTelemetryRoutes(app);
  registerDocumentRoutes(app, (baseUrl, issuer) => primaryDocument(app, baseUrl, issuer));
  return app;
}
