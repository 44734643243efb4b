import { z } from '@hono/zod-openapi';
import { base, conflict, inOrg, notFound, refusals, unprocessable } from './responses.ts';

/** What the routes of outbound campaigns share. */
export const campaigns = `${base}/outbound-campaigns`;
export const ofCampaign = inOrg.extend({ campaign_ref: z.string() });
export const asChanged = { ...refusals, ...unprocessable, ...notFound, ...conflict };
export const gone = { 204: { description: 'Done.' } };
