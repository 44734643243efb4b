import { z } from '@hono/zod-openapi';
import { guard } from '../guard/guard.ts';
import { conflict, everyRefusal, invalid, needs, notFound } from './responses.ts';

/** What the routes of outbound campaigns share. */
export const base = '/api/v1/{tenant}/campaigns';
export const inTenant = z.object({ tenant: z.string() });
export const ofCampaign = inTenant.extend({ campaignId: z.string() });
/** What a change of something that exists may answer instead of its result. */
export const asWritten = { ...everyRefusal, ...invalid, ...notFound, ...conflict };

/** Tag, gate and documented security of an operation on campaigns. */
export function within(operation: string, scope: string) {
  const middleware = guard({ operation, scope, tenantParameter: 'tenant' });
  return { tags: ['Outbound campaigns'], ...needs(scope), middleware };
}
