import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { campaignEncoder } from '../../stream/event-encoder.ts';
import { answerStream } from '../answer-stream.ts';
import type { ApiEnv } from '../api-env.ts';
import { tenantOf } from '../guard/guard.ts';
import { campaignEvent } from '../schemas/stream.ts';
import { base, inTenant, within } from './campaign-route-parts.ts';
import { behaviour, lastEventId } from './live-routes.ts';
import { everyRefusal } from './responses.ts';

const stream = createRoute({
  operationId: 'getCampaignEvents',
  method: 'get',
  path: `${base}/events`,
  summary: 'Stream of the campaigns that change',
  description: `${behaviour}\n\nA campaign is told at most once a second.`,
  ...within('getCampaignEvents', 'campaigns:read'),
  request: { params: inTenant, headers: lastEventId },
  responses: {
    200: { description: 'The stream.', content: { 'text/event-stream': { schema: campaignEvent } } },
    ...everyRefusal,
  },
});

/** News of campaigns. Registered before the campaigns themselves, whose ids stand in the same place. */
export function registerCampaignStreamRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(stream, (c) => {
    const source = tenantOf(c.get('caller')).campaigns.stream;
    return answerStream(c, { operation: 'getCampaignEvents', source, encoder: campaignEncoder });
  });
}
