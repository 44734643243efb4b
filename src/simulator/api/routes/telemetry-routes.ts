import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { isoTime } from '../../world/iso-time.ts';
import { MAX_POINTS } from '../../world/telemetry/telemetry-port.ts';
import type { ApiEnv } from '../api-env.ts';
import { guard, tenantOf } from '../guard/guard.ts';
import { health, incidentList, metricHistory, metricReadings } from '../schemas/telemetry.ts';
import { everyRefusal, invalid, json, needs } from './responses.ts';
import { unwrap } from './unwrap.ts';
import { worstStatus } from './worst-status.ts';

const scope = 'telemetry:read';
const tags = ['Telemetry'];
const params = z.object({ tenant: z.string() });
const instant = z.iso.datetime({ offset: true }).openapi({ format: 'date-time' });
const day = 86_400_000;

const getHealth = createRoute({
  operationId: 'getSystemHealth',
  method: 'get',
  path: '/api/v1/{tenant}/telemetry/health',
  tags,
  summary: 'System health: components and what they depend on',
  ...needs(scope),
  middleware: guard({ operation: 'getSystemHealth', scope, tenantParameter: 'tenant' }),
  request: { params },
  responses: { 200: json(health, 'The health.'), ...everyRefusal },
});

const getMetrics = createRoute({
  operationId: 'getMissionControlMetrics',
  method: 'get',
  path: '/api/v1/{tenant}/telemetry/metrics',
  tags,
  summary: 'Mission-control metrics as of now',
  ...needs(scope),
  middleware: guard({ operation: 'getMissionControlMetrics', scope, tenantParameter: 'tenant' }),
  request: { params },
  responses: { 200: json(metricReadings, 'Every metric, with its parts.'), ...everyRefusal },
});

const getHistory = createRoute({
  operationId: 'getMetricHistory',
  method: 'get',
  path: '/api/v1/{tenant}/telemetry/metrics/history',
  tags,
  summary: 'The past of one mission-control metric',
  description: `By minute for the last 25 hours, by quarter of an hour for the seven days before. At most ${MAX_POINTS} steps.`,
  ...needs(scope),
  middleware: guard({ operation: 'getMetricHistory', scope, tenantParameter: 'tenant' }),
  request: {
    params,
    query: z.object({
      metric: z.string().min(1).max(200),
      from: instant.optional().openapi({ description: 'Default: a day before `to`.' }),
      to: instant.optional().openapi({ description: 'Default: now.' }),
      step: z.coerce.number().int().min(60).max(86_400).default(60).openapi({ description: 'Seconds.' }),
      by: z
        .string()
        .max(200)
        .optional()
        .openapi({ description: 'Label names with commas between: a series for each part.' }),
    }),
  },
  responses: { 200: json(metricHistory, 'The past.'), ...everyRefusal, ...invalid },
});

const listIncidents = createRoute({
  operationId: 'listIncidents',
  method: 'get',
  path: '/api/v1/{tenant}/telemetry/incidents',
  tags,
  summary: 'Incidents that were open at some time of a span',
  ...needs(scope),
  middleware: guard({ operation: 'listIncidents', scope, tenantParameter: 'tenant' }),
  request: { params, query: z.object({ from: instant.optional(), to: instant.optional() }) },
  responses: { 200: json(incidentList, 'The incidents, oldest first.'), ...everyRefusal, ...invalid },
});

/** System health, metrics with their past, and incidents. */
export function registerTelemetryRoutes(app: OpenAPIHono<ApiEnv>): void {
  app.openapi(getHealth, (c) => {
    const components = tenantOf(c.get('caller')).telemetry.health();
    const at = isoTime(c.get('services').world().clock.now());
    const told = components.map((each) => ({ ...each, since: isoTime(each.since) }));
    return c.json({ at, status: worstStatus(components), components: told }, 200);
  });
  app.openapi(getMetrics, (c) => {
    const at = isoTime(c.get('services').world().clock.now());
    return c.json({ at, items: tenantOf(c.get('caller')).telemetry.readings() }, 200);
  });
  app.openapi(getHistory, (c) => {
    const { metric, step, by, ...span } = c.req.valid('query');
    const { from, to } = spanOf(span, c.get('services').world().clock.now());
    const request = { metric, by: by?.split(',') ?? [], from, to, stepMs: step * 1_000 };
    const { unit, series } = unwrap(tenantOf(c.get('caller')).telemetry.history(request));
    const told = series.map(({ labels, points }) => {
      return { labels, points: points.map(({ at, value }) => ({ at: isoTime(at), value })) };
    });
    return c.json({ metric, unit, stepSeconds: step, series: told }, 200);
  });
  app.openapi(listIncidents, (c) => {
    const { from, to } = spanOf(c.req.valid('query'), c.get('services').world().clock.now());
    const items = tenantOf(c.get('caller')).telemetry.incidents(from, to);
    const told = items.map(({ incidentId, title, component, startedAt, endedAt }) => {
      const ended = endedAt === null ? null : isoTime(endedAt);
      return { incidentId, title, component, startedAt: isoTime(startedAt), endedAt: ended };
    });
    return c.json({ items: told }, 200);
  });
}

function spanOf(asked: { readonly from?: string | undefined; readonly to?: string | undefined }, now: number) {
  const to = asked.to === undefined ? now : Date.parse(asked.to);
  return { from: asked.from === undefined ? to - day : Date.parse(asked.from), to };
}
