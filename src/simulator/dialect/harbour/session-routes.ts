import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/api-env.ts';
import { guard, tenantOf } from '../../api/guard/guard.ts';
import { describeCaller, tenantsOf } from '../../api/routes/instance-routes.ts';
import { toDialogFlow, toOrganisation } from './mapping.ts';
import { base, inOrg, many, one, refusals, whole, within } from './responses.ts';
import { destination, dialogFlow, organisation, session } from './schemas.ts';

const anyToken = { security: [{ tenantToken: [] }, { userToken: [] }] };

const describe = createRoute({
  operationId: 'session_describe',
  method: 'get',
  path: '/gateway/session',
  tags: ['Identity'],
  summary: 'Who calls',
  ...anyToken,
  middleware: guard({ operation: 'getCaller' }),
  responses: { 200: one(session), ...refusals },
});

const organisations = createRoute({
  operationId: 'organisation_list',
  method: 'get',
  path: '/gateway/tenants',
  tags: ['Tenant admin'],
  summary: 'Tenants of the caller',
  ...anyToken,
  middleware: guard({ operation: 'listTenants' }),
  responses: { 200: many(organisation), ...refusals },
});

const flows = createRoute({
  operationId: 'dialog_flow_list',
  method: 'get',
  path: `${base}/dialog-flows`,
  tags: ['Flows'],
  summary: 'Flows with their states and transitions',
  ...within('listFlows', 'flows:read'),
  request: { params: inOrg },
  responses: { 200: many(dialogFlow), ...refusals },
});

const destinations = createRoute({
  operationId: 'transfer_destination_list',
  method: 'get',
  path: `${base}/transfer-destinations`,
  tags: ['Operations'],
  summary: 'Internal contacts a conversation can be forwarded to',
  ...within('listInternalContacts', 'operations:read'),
  request: { params: inOrg },
  responses: { 200: many(destination), ...refusals },
});

/** Session, organisations, flows and destinations. */
export function registerSessionRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(describe, (c) => {
    const world = c.get('services').world();
    const { id, name, email, roles, scopes } = describeCaller(world, c.get('caller'));
    const organisations = tenantsOf(world, c.get('caller')).map(toOrganisation);
    const who = { user_id: id, display_name: name, email_address: email };
    return c.json({ data: { ...who, role_names: [...roles], permissions: [...scopes], organisations } }, 200);
  });
  app.openapi(organisations, (c) => {
    const tenants = tenantsOf(c.get('services').world(), c.get('caller'));
    return c.json(whole(tenants.map(toOrganisation)), 200);
  });
  app.openapi(flows, (c) => c.json(whole(tenantOf(c.get('caller')).flows().map(toDialogFlow)), 200));
  app.openapi(destinations, (c) => {
    const contacts = tenantOf(c.get('caller')).internalContacts();
    const data = contacts.map(({ id, name, phoneNumber }) => {
      return { destination_id: id, title: name, dial_number: phoneNumber };
    });
    return c.json(whole(data), 200);
  });
}
