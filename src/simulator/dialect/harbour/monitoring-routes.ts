import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from '../../api/api-env.ts';
import { ApiError } from '../../api/api-error.ts';
import { tenantOf } from '../../api/guard/guard.ts';
import { unwrap } from '../../api/routes/unwrap.ts';
import { worstStatus } from '../../api/routes/worst-status.ts';
import { metricList } from '../../world/telemetry/metric-list.ts';
import type { ComponentStatus, Labels } from '../../world/telemetry/telemetry-port.ts';
import { gaugeNames, spellLabel } from './gauge-names.ts';
import { disruption, gaugeSeries, gauges, systemStatus } from './monitoring-schemas.ts';
import { base, inOrg, many, one, refusals, unprocessable, whole, within } from './responses.ts';

const scope = 'telemetry:read';
const tags = ['Monitoring'];
const epoch = z.coerce.number().int().openapi({ format: 'int64', description: 'epoch milliseconds' });
const day = 86_400_000;
const conditions: Readonly<Record<ComponentStatus, 'UP' | 'IMPAIRED' | 'DOWN'>> = {
  operational: 'UP',
  degraded: 'IMPAIRED',
  down: 'DOWN',
};

const showStatus = createRoute({
  operationId: 'system_status_show',
  method: 'get',
  path: `${base}/monitoring/system-status`,
  tags,
  summary: 'Health of the services',
  ...within('getSystemHealth', scope),
  request: { params: inOrg },
  responses: { 200: one(systemStatus), ...refusals },
});

const listGauges = createRoute({
  operationId: 'gauge_reading_list',
  method: 'get',
  path: `${base}/monitoring/gauges`,
  tags,
  summary: 'Current readings of all gauges',
  ...within('getMissionControlMetrics', scope),
  request: { params: inOrg },
  responses: { 200: one(gauges), ...refusals },
});

const showSeries = createRoute({
  operationId: 'gauge_series_show',
  method: 'get',
  path: `${base}/monitoring/gauge-series`,
  tags,
  summary: 'History of one gauge',
  ...within('getMetricHistory', scope),
  request: {
    params: inOrg,
    query: z.object({
      gauge: z.string().min(1),
      since: epoch,
      until: epoch,
      bucket_seconds: z.coerce.number().int().min(60).default(60),
      split_by: z.string().optional().openapi({ description: 'Dimensions, with commas between.' }),
    }),
  },
  responses: { 200: one(gaugeSeries), ...refusals, ...unprocessable },
});

const listDisruptions = createRoute({
  operationId: 'disruption_list',
  method: 'get',
  path: `${base}/monitoring/disruptions`,
  tags,
  summary: 'Incidents that were open at some time of a span',
  ...within('listIncidents', scope),
  request: { params: inOrg, query: z.object({ since: epoch.optional(), until: epoch.optional() }) },
  responses: { 200: many(disruption), ...refusals, ...unprocessable },
});

function spell(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, spellLabel(label, value)]));
}
const scaled = (value: number | null, scale: number) => (value === null ? null : Math.round(value * scale * 1e4) / 1e4);

/** Status, gauges, their series, disruptions: telemetry in this dialect. */
export function registerMonitoringRoutes(app: OpenAPIHono<ApiEnv>): void {
  const now = (c: { get: (key: 'services') => ApiEnv['Variables']['services'] }) =>
    c.get('services').world().clock.now();
  app.openapi(showStatus, (c) => {
    const components = tenantOf(c.get('caller')).telemetry.health();
    const services = components.map(({ id, name, kind, status, since, message }) => {
      const side = kind === 'component' ? ('INTERNAL' as const) : ('EXTERNAL' as const);
      const told = { service_key: id, title: name, class: side, condition: conditions[status] };
      return { ...told, changed_at: since, remark: message };
    });
    return c.json({ data: { as_of: now(c), overall: conditions[worstStatus(components)], services } }, 200);
  });
  app.openapi(listGauges, (c) => {
    const readings = new Map(
      tenantOf(c.get('caller'))
        .telemetry.readings()
        .map((each) => [each.name, each]),
    );
    const told = metricList.flatMap(({ name }) => {
      const found = readings.get(name);
      if (found === undefined) return [];
      const { gauge, measure, scale } = gaugeNames[name];
      const splits = found.parts.map(({ labels, value }) => ({ split: spell(labels), reading: scaled(value, scale) }));
      const sample = found.samples === undefined ? {} : { sample_size: found.samples };
      return [
        [gauge, { title: found.label, reading: scaled(found.value, scale), measure, ...sample, splits }] as const,
      ];
    });
    return c.json({ data: { as_of: now(c), gauges: Object.fromEntries(told) } }, 200);
  });
  app.openapi(showSeries, (c) => {
    const { gauge, since, until, bucket_seconds, split_by } = c.req.valid('query');
    const metric = metricList.find(({ name }) => gaugeNames[name].gauge === gauge)?.name;
    if (metric === undefined) throw new ApiError(422, 'invalid', `There is no gauge ${gauge}.`);
    const { measure, scale } = gaugeNames[metric];
    const by = split_by?.split(',') ?? [];
    const request = { metric, by, from: since, to: until, stepMs: bucket_seconds * 1_000 };
    const { series } = unwrap(tenantOf(c.get('caller')).telemetry.history(request));
    const lines = series.map(({ labels, points }) => {
      return { split: spell(labels), values: points.map(({ at, value }) => [at, scaled(value, scale)]) };
    });
    return c.json({ data: { gauge, measure, bucket_seconds, lines } }, 200);
  });
  app.openapi(listDisruptions, (c) => {
    const { since, until = now(c) } = c.req.valid('query');
    const incidents = tenantOf(c.get('caller')).telemetry.incidents(since ?? until - day, until);
    const data = incidents.map(({ incidentId, title, component, startedAt, endedAt }) => {
      const told = { disruption_id: incidentId, title, service_key: component };
      return { ...told, began_at: startedAt, resolved_at: endedAt };
    });
    return c.json(whole(data), 200);
  });
}
