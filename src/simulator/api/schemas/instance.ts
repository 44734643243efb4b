import { z } from '@hono/zod-openapi';
import { environment } from './conversation.ts';

export const tenant = z
  .object({
    slug: z.string().openapi({ description: 'Stands for `{tenant}` in paths, and is the audience of its tokens.' }),
    name: z.string(),
    timeZone: z.string().openapi({ description: 'IANA name.', examples: ['America/Toronto'] }),
    region: z.string(),
    environment,
  })
  .openapi('Tenant');

export const tenantList = z.object({ items: z.array(tenant).readonly() }).openapi('TenantList');

export const caller = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z
      .array(z.string())
      .readonly()
      .openapi({ description: 'In the tenant of the token; empty for a user token.' }),
    scopes: z
      .array(z.string())
      .readonly()
      .openapi({ description: 'In the tenant of the token, as `domain:action`; empty for a user token.' }),
    tenants: z.array(tenant.pick({ slug: true, name: true, timeZone: true, environment: true })).readonly(),
  })
  .openapi('Caller');

export const flow = z
  .object({
    id: z.string(),
    name: z.string(),
    version: z.int(),
    initialState: z.string(),
    states: z.array(z.object({ name: z.string() })).readonly(),
    transitions: z.array(z.object({ from: z.string(), event: z.string(), to: z.string() })).readonly(),
  })
  .openapi('Flow');
export const flowList = z.object({ items: z.array(flow).readonly() }).openapi('FlowList');

export const internalContact = z
  .object({ id: z.string(), name: z.string(), phoneNumber: z.string() })
  .openapi('InternalContact');
export const internalContactList = z
  .object({ items: z.array(internalContact).readonly() })
  .openapi('InternalContactList');
