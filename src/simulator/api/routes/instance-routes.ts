import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { TenantInfo, World } from '../../world/world-port.ts';
import type { ApiEnv, Caller } from '../api-env.ts';
import { guard, tenantOf } from '../guard/guard.ts';
import { caller, flowList, internalContactList, tenantList } from '../schemas/instance.ts';
import { anyToken, everyRefusal, json, needs } from './responses.ts';

const inTenant = z.object({ tenant: z.string() });

const getCaller = createRoute({
  operationId: 'getCaller',
  method: 'get',
  path: '/api/v1/me',
  tags: ['Identity'],
  summary: 'Who calls, with which roles and scopes',
  ...anyToken,
  middleware: guard({ operation: 'getCaller' }),
  responses: { 200: json(caller, 'The caller.'), ...everyRefusal },
});

const listTenants = createRoute({
  operationId: 'listTenants',
  method: 'get',
  path: '/api/v1/tenants',
  tags: ['Tenant admin'],
  summary: 'Tenants of the caller',
  ...anyToken,
  middleware: guard({ operation: 'listTenants' }),
  responses: { 200: json(tenantList, 'The tenants, in order of name.'), ...everyRefusal },
});

const listFlows = createRoute({
  operationId: 'listFlows',
  method: 'get',
  path: '/api/v1/{tenant}/flows',
  tags: ['Flows'],
  summary: 'Flows with their states and transitions',
  ...needs('flows:read'),
  middleware: guard({ operation: 'listFlows', scope: 'flows:read', tenantParameter: 'tenant' }),
  request: { params: inTenant },
  responses: { 200: json(flowList, 'The flows.'), ...everyRefusal },
});

const listInternalContacts = createRoute({
  operationId: 'listInternalContacts',
  method: 'get',
  path: '/api/v1/{tenant}/internal-contacts',
  tags: ['Operations'],
  summary: 'Destinations a conversation can be transferred to',
  ...needs('operations:read'),
  middleware: guard({ operation: 'listInternalContacts', scope: 'operations:read', tenantParameter: 'tenant' }),
  request: { params: inTenant },
  responses: { 200: json(internalContactList, 'The internal contacts.'), ...everyRefusal },
});

/** Caller, tenants, flows and internal contacts. */
export function registerInstanceRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(getCaller, (c) => c.json(describeCaller(c.get('services').world(), c.get('caller')), 200));
  app.openapi(listTenants, (c) => {
    const items = tenantsOf(c.get('services').world(), c.get('caller'));
    return c.json({ items: [...items] }, 200);
  });
  app.openapi(listFlows, (c) => c.json({ items: tenantOf(c.get('caller')).flows() }, 200));
  app.openapi(listInternalContacts, (c) => c.json({ items: tenantOf(c.get('caller')).internalContacts() }, 200));
}

/** The tenants that a caller belongs to, in order of name. */
export function tenantsOf(world: World, { user }: Caller): readonly TenantInfo[] {
  const mine = world.tenants.filter((each) => Object.hasOwn(user.memberships, each.slug));
  return mine.toSorted((a, b) => a.name.localeCompare(b.name));
}

/** What a caller may learn about themself: roles and scopes are those of the token's tenant. */
export function describeCaller(world: World, who: Caller) {
  const { id, name, email, memberships } = who.user;
  const roles = who.tenant ? (memberships[who.tenant.info.slug]?.roles ?? []) : [];
  const tenants = tenantsOf(world, who).map(({ region: _, ...shown }) => shown);
  return { id, name, email, roles, scopes: who.scopes, tenants };
}
