import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { z } from 'zod';
import type { ApiServices } from '../api/api-env.ts';
import { ApiError, apiErrorOf } from '../api/api-error.ts';
import { faultRule } from '../faults/fault-rule.ts';
import { incidentRule } from '../faults/incident-rule.ts';
import type { IssuedSecret } from '../identity/issued-secrets.ts';
import type { Result, TenantWorld } from '../world/world-port.ts';
import { endIncident, listIncidents, startIncident } from './incidents.ts';

export interface AdminPowers {
  readonly adminKey: string;
  /** Makes the world anew: streams are cut and their id changes. Tokens stay good. */
  readonly restart: () => void;
  /** Every code and token that was given out: a test looks for them where none must be. */
  readonly issued: () => readonly IssuedSecret[];
}

const advance = z.strictObject({ ms: z.int().min(0) });
const act = z.strictObject({
  action: z.enum(['take-over', 'watch', 'reply', 'hand-back', 'complete', 'ask-for-person', 'delete-transcript']),
  tenant: z.string(),
  transcriptId: z.string(),
  /** A user of the world; another than the one who is signed in makes a conflict. */
  userId: z.string(),
  text: z.string().default('Hello, I am taking this over.'),
  /** For `ask-for-person`: the skills that it waits for; by default those of its flow. */
  skills: z.array(z.string()).optional(),
});

const campaignAct = z.strictObject({
  action: z.enum(['fail', 'lose-calls', 'report-calls']),
  tenant: z.string(),
  campaignId: z.string(),
  /** For `lose-calls`: so many, those in progress first, then the next ones. */
  count: z.int().min(1).default(1),
  message: z.string().default('The carrier rejects the caller number: it is not verified.'),
});

/**
 * What tests steer an instance with, under `/__admin/`; needs `X-Admin-Key`.
 *
 * GET `state` and `issued`; POST `faults` (a rule), DELETE `faults` and `faults/{id}`; POST `clock/advance`, `restart`,
 * `streams/cut`, `act` (something that a colleague does), `incidents` (something goes wrong in the world) and `campaigns`
 * (what befalls a campaign); GET `campaigns`.
 */
export function createAdminApi(services: ApiServices, powers: AdminPowers): Hono {
  const app = new Hono().basePath('/__admin');
  app.use(async (c, next) => {
    if (!sameKey(c.req.header('x-admin-key') ?? '', powers.adminKey))
      return c.json({ error: 'admin key required' }, 401);
    return next();
  });
  app.onError((cause, c) => {
    if (cause instanceof ApiError) return c.json(cause.body(), cause.status);
    return c.json({ error: cause.message }, cause instanceof z.ZodError || cause instanceof SyntaxError ? 422 : 500);
  });

  app.get('/state', (c) => {
    const world = services.world();
    const tenants = world.tenants.map(({ slug }) => describe(slug, world.tenant(slug)));
    return c.json({
      now: world.clock.now(),
      clock: world.clock.mode,
      streams: services.streams.size,
      faults: services.faults.list(),
      tenants,
    });
  });
  app.get('/issued', (c) => c.json({ issued: powers.issued() }));
  app.post('/faults', async (c) => c.json(services.faults.add(faultRule.parse(await c.req.json())), 201));
  app.delete('/faults', (c) => {
    services.faults.clear();
    return c.body(null, 204);
  });
  app.delete('/faults/:id', (c) => c.body(null, services.faults.remove(c.req.param('id')) ? 204 : 404));
  app.post('/clock/advance', async (c) => {
    const { clock } = services.world();
    const { ms } = advance.parse(await c.req.json());
    if (clock.mode !== 'driven') return c.json({ error: 'the clock is not driven' }, 422);
    clock.advance(ms);
    return c.json({ now: clock.now() });
  });
  app.post('/streams/cut', (c) => {
    services.streams.closeAll();
    return c.body(null, 204);
  });
  app.post('/restart', (c) => {
    powers.restart();
    return c.body(null, 204);
  });
  app.get('/incidents', (c) => c.json({ incidents: listIncidents(services.world()) }));
  app.post('/incidents', async (c) => {
    const script = incidentRule.parse(await c.req.json());
    return c.json({ incidents: startIncident(services.world(), script) }, 201);
  });
  app.delete('/incidents/:id', (c) => c.body(null, endIncident(services.world(), c.req.param('id')) ? 204 : 404));
  app.post('/act', async (c) => {
    const input = act.parse(await c.req.json());
    const result = perform(services, input);
    if (!result.ok) throw apiErrorOf(result);
    return c.json(result.value);
  });
  app.get('/campaigns', (c) => {
    const world = services.world();
    const tenants = world.tenants.flatMap(({ slug }) => {
      const desk = world.tenant(slug)?.campaigns;
      return desk ? [{ slug, voice: desk.voice, campaigns: desk.speeds() }] : [];
    });
    return c.json({ tenants });
  });
  app.post('/campaigns', async (c) => {
    const result = befall(services, campaignAct.parse(await c.req.json()));
    if (!result.ok) throw apiErrorOf(result);
    return c.json(result.value);
  });
  return app;
}

function befall(services: ApiServices, input: z.infer<typeof campaignAct>): Result<object> {
  const desk = services.world().tenant(input.tenant)?.campaigns;
  if (!desk) throw new ApiError(404, 'not-found', 'There is no such tenant.');
  if (input.action === 'fail') return desk.fail(input.campaignId, input.message);
  if (input.action === 'lose-calls') return desk.loseCalls(input.campaignId, input.count);
  return desk.reportCalls(input.campaignId);
}

function perform(services: ApiServices, input: z.infer<typeof act>): Result<object | null> {
  const world = services.world();
  const tenant = world.tenant(input.tenant);
  const user = world.users.find((each) => each.id === input.userId);
  if (!tenant || !user) throw new ApiError(404, 'not-found', 'There is no such tenant or user.');
  if (input.action === 'take-over') return tenant.takeOver(input.transcriptId, user);
  if (input.action === 'watch') return tenant.announcePresence(input.transcriptId, user);
  if (input.action === 'hand-back') return tenant.handBack(input.transcriptId, user, {});
  if (input.action === 'complete') return tenant.setStatus(input.transcriptId, user, 'completed');
  if (input.action === 'delete-transcript') return tenant.deleteTranscript(input.transcriptId);
  if (input.action === 'ask-for-person') return tenant.inbox.ask(input.transcriptId, input.skills);
  return tenant.addCsrMessage(input.transcriptId, user, { text: input.text });
}

function describe(slug: string, tenant: TenantWorld | undefined) {
  if (!tenant) return { slug };
  const { streamId, sequence, modelPool } = tenant;
  return { slug, streamId, sequence, modelPool, live: tenant.conversations().length };
}

function sameKey(given: string, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(key));
}
