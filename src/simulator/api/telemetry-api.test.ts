import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Simulator, startInstance } from '../instance.ts';
import { startSimulator } from '../server.ts';
import { type CheckedClient, createCheckedClient } from '../testing/checked-client.ts';
import { createFakeWorld } from '../testing/fake-world.ts';

const world = { seed: 7, conversations: 60, speed: 1, clock: 'driven' } as const;
const tenant = 'northwind-utilities';
const email = 'avery.tremblay@dialai.example';
let primary: Simulator;
let harbour: Simulator;
let client: CheckedClient;
let other: CheckedClient;

beforeAll(async () => {
  [primary, harbour] = await Promise.all([startSimulator({ world }), startSimulator({ world, dialect: 'harbour' })]);
  client = await createCheckedClient(primary.url, email, tenant);
  other = await createCheckedClient(harbour.url, email, tenant);
});
afterAll(async () => {
  await Promise.all([primary.close(), harbour.close()]);
});

const base = `/api/v1/${tenant}/telemetry`;
const gateway = `/gateway/tenants/${tenant}/monitoring`;
const hour = 3_600_000;

test('both dialects tell the same numbers, each in its own words', async () => {
  const metrics = Object(await client.call('GET', `${base}/metrics`)).body;
  const { data } = Object(await other.call('GET', `${gateway}/gauges`)).body;
  const item = (name: string) => metrics.items.find((each: { name: string }) => each.name === name);
  expect(data.gauges.active_conversation_total.reading).toBe(item('conversations.in_progress').value);
  expect(data.gauges.containment_ratio.reading).toBeCloseTo(item('ai.containment').value / 100, 3);
  expect(data.gauges.handoff_queue_oldest_age.reading).toBeCloseTo(item('queue.longest_wait').value * 1_000, 0);
  const splits = data.gauges.active_conversation_total.splits;
  expect(splits).toContainEqual({ split: { channel: 'WEBCHAT' }, reading: expect.any(Number) });
});

test('history, whole and split, in both dialects', async () => {
  const now = primary.world().clock.now();
  const from = new Date(now - hour).toISOString();
  const to = new Date(now).toISOString();
  const query = `metric=conversations.started&from=${from}&to=${to}&step=300`;
  const history = Object(await client.call('GET', `${base}/metrics/history?${query}`)).body;
  expect(history.series[0].points).toHaveLength(12);
  const split = Object(await client.call('GET', `${base}/metrics/history?${query}&by=flow`)).body;
  expect(split.series.length).toBeGreaterThan(2);
  const asked = `gauge=opened_conversation_rate&since=${now - hour}&until=${now}&bucket_seconds=300`;
  const { data } = Object(await other.call('GET', `${gateway}/gauge-series?${asked}`)).body;
  const [line] = data.lines;
  expect(line.values.map(([, value]: [number, number]) => value)).toEqual(
    history.series[0].points.map(({ value }: { value: number }) => value),
  );
  expect((await client.call('GET', `${base}/metrics/history?metric=nonsense`)).status).toBe(422);
  expect((await client.call('GET', `${base}/metrics/history?metric=queue.waiting&step=7`)).status).toBe(422);
});

test('an incident by the admin endpoint shows in health, metrics and incidents of both', async () => {
  for (const simulator of [primary, harbour]) {
    const made = await fetch(`${simulator.url}/__admin/incidents`, {
      method: 'POST',
      headers: { 'x-admin-key': simulator.adminKey, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'voice-cap', tenant, cap: 2 }),
    });
    expect(made.status).toBe(201);
    simulator.world().clock.advance(120_000);
  }
  expect((await client.call('GET', `${base}/health`)).body).toMatchObject({ status: 'degraded' });
  expect((await other.call('GET', `${gateway}/system-status`)).body).toMatchObject({ data: { overall: 'IMPAIRED' } });
  const incidents = Object(await client.call('GET', `${base}/incidents`)).body.items;
  expect(incidents.at(-1)).toMatchObject({ component: 'voice', endedAt: null });
  const disruptions = Object(await other.call('GET', `${gateway}/disruptions`)).body.data;
  expect(disruptions.at(-1)).toMatchObject({ service_key: 'voice', resolved_at: null });
});

test('incidents are listed and ended by the admin endpoint, and begin with a flag', async () => {
  const flagged = await startSimulator({ world, incidents: [{ kind: 'function-failing', function: 'getInvoice' }] });
  const call = (verb: string, path: string, body?: object) =>
    fetch(`${flagged.url}/__admin/incidents${path}`, {
      method: verb,
      headers: { 'x-admin-key': flagged.adminKey, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  try {
    const listed = Object(await (await call('GET', '')).json()).incidents[tenant];
    const open = listed.filter((each: { endedAt: number | null }) => each.endedAt === null);
    expect(open).toMatchObject([{ title: 'getInvoice fails' }]);
    expect((await call('DELETE', `/${open[0].incidentId}`)).status).toBe(204);
    expect((await call('DELETE', `/${open[0].incidentId}`)).status).toBe(404);
    expect((await call('POST', '', { kind: 'integration-down', integration: 'nothing' })).status).toBe(422);
    expect((await call('POST', '', { kind: 'voice-cap', tenant: 'nobody' })).status).toBe(404);
    expect((await call('POST', '', { kind: 'earthquake' })).status).toBe(422);
  } finally {
    await flagged.close();
  }
});

test('telemetry needs its scope', async () => {
  const fake = await startInstance({}, createFakeWorld);
  try {
    const robin = await createCheckedClient(fake.url, 'robin@example.test', 'north');
    for (const path of ['health', 'metrics', 'metrics/history?metric=queue.waiting', 'incidents']) {
      expect(await robin.call('GET', `/api/v1/north/telemetry/${path}`)).toMatchObject({
        status: 403,
        body: { error: { requiredScope: 'telemetry:read' } },
      });
    }
  } finally {
    await fake.close();
  }
});
