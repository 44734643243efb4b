import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/api-env.ts';
import { tenantOf } from '../../api/guard/guard.ts';
import { unwrap } from '../../api/routes/unwrap.ts';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import {
  presence,
  readRoutingProfile,
  routingProfile,
  staffMember,
  toRoutingProfile,
  toStaffMember,
  toWorkItem,
  toWorkQueue,
  workItem,
  workQueue,
} from './inbox-schemas.ts';
import {
  base,
  body,
  conflict,
  inOrg,
  many,
  notFound,
  ofConversation,
  one,
  refusals,
  unprocessable,
  whole,
  within,
} from './responses.ts';
import { conversationId } from './schemas.ts';

const tags = ['Work queue'];
const answers = { ...refusals, ...notFound, ...conflict, ...unprocessable };
const done = z.object({ conversation_id: conversationId }).openapi('WorkDone');

const show = createRoute({
  operationId: 'work_queue_show',
  method: 'get',
  path: `${base}/work-queue`,
  tags,
  summary: 'The inbox: what waits by skill, agents, and the caller’s items',
  ...within('getInbox', 'inbox:read'),
  request: { params: inOrg },
  responses: { 200: one(workQueue), ...refusals },
});

const putStatus = createRoute({
  operationId: 'agent_status_put',
  method: 'put',
  path: `${base}/work-queue/my-availability`,
  tags,
  summary: 'Set the caller’s availability',
  ...within('setAvailability', 'inbox:write'),
  request: { params: inOrg, body: body(z.object({ agent_status: presence })) },
  responses: {
    200: one(z.object({ myself: staffMember, returned_to_queue: z.array(z.string()), kept: z.array(z.string()) })),
    ...refusals,
    ...unprocessable,
  },
});

const beat = createRoute({
  operationId: 'agent_presence_put',
  method: 'put',
  path: `${base}/work-queue/my-presence`,
  tags,
  summary: 'The caller’s client is there; holds for a minute',
  ...within('announceInboxPresence', 'inbox:write'),
  request: { params: inOrg },
  responses: { 200: one(staffMember), ...refusals },
});

const getProfile = createRoute({
  operationId: 'personal_configuration_show',
  method: 'get',
  path: `${base}/work-queue/my-configuration`,
  tags,
  summary: 'The caller’s personal configuration: skills and limits',
  ...within('getPersonalConfiguration', 'inbox:read'),
  request: { params: inOrg },
  responses: { 200: one(routingProfile), ...refusals },
});

const putProfile = createRoute({
  operationId: 'personal_configuration_put',
  method: 'put',
  path: `${base}/work-queue/my-configuration`,
  tags,
  summary: 'Change the caller’s personal configuration',
  ...within('setPersonalConfiguration', 'inbox:write'),
  request: { params: inOrg, body: body(routingProfile) },
  responses: { 200: one(routingProfile), ...refusals, ...unprocessable },
});

const end = createRoute({
  operationId: 'assignment_end',
  method: 'post',
  path: `${base}/work-queue/assignments/{conversation_id}/end`,
  tags,
  summary: 'End an assigned conversation; it stays for wrap-up',
  ...within('endAssignment', 'inbox:write'),
  request: { params: ofConversation },
  responses: { 200: one(workItem), ...answers },
});

const wrapUp = createRoute({
  operationId: 'assignment_wrap_up',
  method: 'post',
  path: `${base}/work-queue/assignments/{conversation_id}/wrap-up`,
  tags,
  summary: 'Wrap up: remarks and outcome; frees the place',
  ...within('wrapUpAssignment', 'inbox:write'),
  request: {
    params: ofConversation,
    body: body(
      z.object({
        remark: z.string().max(5000).openapi({ description: 'Notes.' }),
        outcome: z.string().max(80).optional().openapi({ description: 'Disposition.' }),
      }),
    ),
  },
  responses: { 200: one(done), ...answers },
});

const requeue = createRoute({
  operationId: 'assignment_requeue',
  method: 'post',
  path: `${base}/work-queue/assignments/{conversation_id}/requeue`,
  tags,
  summary: 'Return an assigned conversation to the queue',
  ...within('requeueAssignment', 'inbox:write'),
  request: { params: ofConversation, body: body(z.object({ required_skills: z.array(z.string()).optional() })) },
  responses: { 200: one(done), ...answers },
});

const skills = createRoute({
  operationId: 'skill_list',
  method: 'get',
  path: `${base}/skills`,
  tags: ['Operations'],
  summary: 'Skills of the tenant',
  ...within('listSkills', 'operations:read'),
  request: { params: inOrg },
  responses: { 200: many(z.object({ name: z.string() }).openapi('Skill')), ...refusals },
});

const readStatus = { AVAILABLE: 'available', BUSY: 'busy', OFFLINE: 'offline' } as const;

/** The inbox in this dialect, where it is called the work queue. */
export function registerInboxRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(show, (c) => {
    const caller = c.get('caller');
    return c.json({ data: toWorkQueue(tenantOf(caller).inbox.state(caller.user)) }, 200);
  });
  app.openapi(putStatus, (c) => {
    const caller = c.get('caller');
    const wanted = readStatus[c.req.valid('json').agent_status];
    const { me, requeued, kept } = tenantOf(caller).inbox.setAvailability(caller.user, wanted);
    return c.json({ data: { myself: toStaffMember(me), returned_to_queue: [...requeued], kept: [...kept] } }, 200);
  });
  app.openapi(beat, (c) => {
    const caller = c.get('caller');
    return c.json({ data: toStaffMember(tenantOf(caller).inbox.announce(caller.user)) }, 200);
  });
  app.openapi(getProfile, (c) => {
    const caller = c.get('caller');
    return c.json({ data: toRoutingProfile(tenantOf(caller).inbox.configuration(caller.user)) }, 200);
  });
  app.openapi(putProfile, (c) => {
    const caller = c.get('caller');
    const saved = tenantOf(caller).inbox.configure(caller.user, readRoutingProfile(c.req.valid('json')));
    return c.json({ data: toRoutingProfile(unwrap(saved)) }, 200);
  });
  app.openapi(end, (c) => {
    const caller = c.get('caller');
    const ended = tenantOf(caller).inbox.end(caller.user, c.req.valid('param').conversation_id);
    return c.json({ data: toWorkItem(unwrap(ended)) }, 200);
  });
  app.openapi(wrapUp, (c) => {
    const caller = c.get('caller');
    const { conversation_id } = c.req.valid('param');
    const { remark: notes, outcome: disposition } = c.req.valid('json');
    unwrap(tenantOf(caller).inbox.wrapUp(caller.user, conversation_id, withoutUndefined({ notes, disposition })));
    return c.json({ data: { conversation_id } }, 200);
  });
  app.openapi(requeue, (c) => {
    const caller = c.get('caller');
    const { conversation_id } = c.req.valid('param');
    unwrap(tenantOf(caller).inbox.requeue(caller.user, conversation_id, c.req.valid('json').required_skills));
    return c.json({ data: { conversation_id } }, 200);
  });
  app.openapi(skills, (c) => {
    return c.json(
      whole(
        tenantOf(c.get('caller'))
          .inbox.skills()
          .map((name) => ({ name })),
      ),
      200,
    );
  });
}
