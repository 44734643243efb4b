import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';
import { guard, tenantOf } from '../guard/guard.ts';
import { transcriptId } from '../schemas/conversation.ts';
import { assignment, availability, inbox, inboxAgent, personalConfiguration } from '../schemas/inbox.ts';
import { body, conflict, everyRefusal, invalid, json, needs, notFound } from './responses.ts';
import { unwrap } from './unwrap.ts';
import { withoutUndefined } from './without-undefined.ts';

const tags = ['Inbox'];
const base = '/api/v1/{tenant}/inbox';
const params = z.object({ tenant: z.string() });
const ofOne = z.object({ tenant: z.string(), transcriptId });
const within = (operation: string, scope: 'inbox:read' | 'inbox:write' | 'operations:read') => ({
  operationId: operation,
  tags,
  ...needs(scope),
  middleware: guard({ operation, scope, tenantParameter: 'tenant' }),
});
const refusals = { ...everyRefusal, ...notFound, ...conflict, ...invalid };
const done = z.object({ transcriptId }).openapi('InboxDone');

const get = createRoute({
  ...within('getInbox', 'inbox:read'),
  method: 'get',
  path: base,
  summary: 'The queue by skill, who is there, and what the caller has',
  request: { params },
  responses: { 200: json(inbox, 'The inbox.'), ...everyRefusal },
});

const setAvailability = createRoute({
  ...within('setAvailability', 'inbox:write'),
  method: 'put',
  path: `${base}/me/availability`,
  summary: 'Be available, busy or offline',
  request: { params, body: body(z.object({ availability }).openapi('AvailabilityChange')) },
  responses: {
    200: json(
      z
        .object({ me: inboxAgent, requeued: z.array(z.string()).readonly(), kept: z.array(z.string()).readonly() })
        .openapi('AvailabilityChanged'),
      'What became of the caller’s conversations.',
    ),
    ...everyRefusal,
    ...invalid,
  },
});

const announce = createRoute({
  ...within('announceInboxPresence', 'inbox:write'),
  method: 'put',
  path: `${base}/me/presence`,
  summary: 'The caller’s client is there; holds for a minute',
  request: { params },
  responses: { 200: json(inboxAgent, 'The caller.'), ...everyRefusal },
});

const getConfiguration = createRoute({
  ...within('getPersonalConfiguration', 'inbox:read'),
  method: 'get',
  path: `${base}/me/configuration`,
  summary: 'The caller’s skills and caps',
  request: { params },
  responses: { 200: json(personalConfiguration, 'The configuration.'), ...everyRefusal },
});

const setConfiguration = createRoute({
  ...within('setPersonalConfiguration', 'inbox:write'),
  method: 'put',
  path: `${base}/me/configuration`,
  summary: 'Change the caller’s skills and caps; applies to new conversations',
  request: { params, body: body(personalConfiguration) },
  responses: { 200: json(personalConfiguration, 'The configuration.'), ...everyRefusal, ...invalid },
});

const end = createRoute({
  ...within('endAssignment', 'inbox:write'),
  method: 'post',
  path: `${base}/assignments/{transcriptId}/end`,
  summary: 'End an assigned conversation; it stays for wrap-up',
  request: { params: ofOne },
  responses: { 200: json(assignment, 'The assignment, in wrap-up.'), ...refusals },
});

const wrapUp = createRoute({
  ...within('wrapUpAssignment', 'inbox:write'),
  method: 'post',
  path: `${base}/assignments/{transcriptId}/wrap-up`,
  summary: 'Note what came of it and free the place',
  request: {
    params: ofOne,
    body: body(z.object({ notes: z.string().max(5000), disposition: z.string().max(80).optional() }).openapi('WrapUp')),
  },
  responses: { 200: json(done, 'Wrapped up.'), ...refusals },
});

const requeue = createRoute({
  ...within('requeueAssignment', 'inbox:write'),
  method: 'post',
  path: `${base}/assignments/{transcriptId}/requeue`,
  summary: 'Give an assigned conversation back to the queue, for other skills where they are named',
  request: { params: ofOne, body: body(z.object({ skills: z.array(z.string()).optional() }).openapi('Requeue')) },
  responses: { 200: json(done, 'Queued again.'), ...refusals },
});

const skills = createRoute({
  ...within('listSkills', 'operations:read'),
  method: 'get',
  path: '/api/v1/{tenant}/skills',
  tags: ['Operations'],
  summary: 'Skills of the tenant',
  request: { params },
  responses: {
    200: json(z.object({ items: z.array(z.object({ name: z.string() })).readonly() }).openapi('Skills'), 'The skills.'),
    ...everyRefusal,
  },
});

/** The queue for people: what waits, who takes it, and what the caller has in hand. */
export function registerInboxRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(get, (c) => {
    const caller = c.get('caller');
    return c.json(tenantOf(caller).inbox.state(caller.user), 200);
  });
  app.openapi(setAvailability, (c) => {
    const caller = c.get('caller');
    return c.json(tenantOf(caller).inbox.setAvailability(caller.user, c.req.valid('json').availability), 200);
  });
  app.openapi(announce, (c) => {
    const caller = c.get('caller');
    return c.json(tenantOf(caller).inbox.announce(caller.user), 200);
  });
  app.openapi(getConfiguration, (c) => {
    const caller = c.get('caller');
    return c.json(tenantOf(caller).inbox.configuration(caller.user), 200);
  });
  app.openapi(setConfiguration, (c) => {
    const caller = c.get('caller');
    const wanted = withoutUndefined(c.req.valid('json'));
    return c.json(unwrap(tenantOf(caller).inbox.configure(caller.user, wanted)), 200);
  });
  app.openapi(end, (c) => {
    const caller = c.get('caller');
    return c.json(unwrap(tenantOf(caller).inbox.end(caller.user, c.req.valid('param').transcriptId)), 200);
  });
  app.openapi(wrapUp, (c) => {
    const caller = c.get('caller');
    const id = c.req.valid('param').transcriptId;
    unwrap(tenantOf(caller).inbox.wrapUp(caller.user, id, withoutUndefined(c.req.valid('json'))));
    return c.json({ transcriptId: id }, 200);
  });
  app.openapi(requeue, (c) => {
    const caller = c.get('caller');
    const id = c.req.valid('param').transcriptId;
    unwrap(tenantOf(caller).inbox.requeue(caller.user, id, c.req.valid('json').skills));
    return c.json({ transcriptId: id }, 200);
  });
  app.openapi(skills, (c) => {
    return c.json(
      {
        items: tenantOf(c.get('caller'))
          .inbox.skills()
          .map((name) => ({ name })),
      },
      200,
    );
  });
}
