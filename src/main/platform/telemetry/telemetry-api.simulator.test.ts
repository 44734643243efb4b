import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KNOWN_METRIC_IDS } from '../../../shared/models/metric.ts';
import { startSimulated } from '../testing/simulated.ts';
import type { ReadMetric } from './decode-metrics.ts';
import type { TelemetryApi } from './telemetry-api.ts';

const tenant = 'northwind-utilities';
const unknownHere = ['customers.mood', 'conversations.high_risk', 'mean_emotion_balance', 'elevated_risk_total'];

describe.each(['primary', 'harbour'] as const)('the %s dialect', (dialect) => {
  let simulated: Awaited<ReturnType<typeof startSimulated>>;
  let api: TelemetryApi;
  let metrics: readonly ReadMetric[];
  const now = Date.now();
  const find = (id: string): ReadMetric => {
    const found = metrics.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };

  beforeAll(async () => {
    const world = { seed: 5, conversations: 60, speed: 1, clock: 'driven', startAt: now } as const;
    simulated = await startSimulated({ dialect, world });
    api = simulated.platform.telemetryApi(tenant);
    ({ metrics } = await api.metrics());
  });
  afterAll(() => simulated.close());

  it('is bound: health, metrics, history and incidents', () => {
    const bound = simulated.report.operations.filter(({ operation }) => operation.startsWith('telemetry.'));
    expect(bound.map((each) => [each.operation, each.bound])).toEqual([
      ['telemetry.health', true],
      ['telemetry.metrics', true],
      ['telemetry.history', true],
      ['telemetry.incidents', true],
    ]);
  });

  it('every known metric is found, by its meaning, and only what is not known stays unknown', () => {
    const ids = metrics.map(({ id }) => id);
    expect([...KNOWN_METRIC_IDS].filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids.filter((id) => id.startsWith('x:')).map((id) => unknownHere.includes(id.slice(2)))).toEqual([
      true,
      true,
    ]);
  });

  it('numbers are those of the world, in our units', () => {
    const readings = simulated.simulator.world().tenant(tenant)?.telemetry.readings() ?? [];
    const truth = (name: string) => readings.find((each) => each.name === name)?.value ?? Number.NaN;
    expect(find('conversations.inProgress').value).toBe(truth('conversations.in_progress'));
    expect(find('ai.containment').value).toBeCloseTo(truth('ai.containment'), 1);
    expect(find('model.latencyP95').value).toBeCloseTo(truth('model.latency_p95'), 2);
    expect(find('queue.longestWait').value).toBeCloseTo(truth('queue.longest_wait'), 1);
    const voice = find('conversations.inProgress').parts.find(({ labels }) => labels['channel'] === 'voice')?.value;
    expect(voice).toBe(find('voice.inUse').value);
  });

  it('the past comes whole and in parts', async () => {
    const metric = find('conversations.started');
    const question = { metric: metric.name, from: now - 3_600_000, to: now, stepMs: 60_000, by: [] };
    const [whole] = await api.history(question, metric.scale);
    expect(whole?.points.length).toBeGreaterThan(55);
    const by = metric.dimensions.get('flow') ?? 'flow';
    const parts = await api.history({ ...question, by: [by] }, metric.scale);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every(({ labels }) => Object.keys(labels).join() === 'flow')).toBe(true);
  });

  it('health and incidents are told', async () => {
    await simulated.admin('POST', 'incidents', { kind: 'integration-down', integration: 'email', tenant });
    simulated.simulator.world().clock.advance(10_000);
    const email = (await api.health()).find(({ id }) => id === 'email');
    expect(email).toMatchObject({ status: 'down', kind: 'dependency' });
    const incidents = await api.incidents(now - 60_000, now + 60_000);
    expect(incidents.at(-1)).toMatchObject({ component: 'email', startedAt: now });
    expect(incidents.at(-1)).not.toHaveProperty('endedAt');
  });
});
