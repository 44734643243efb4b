import { describe, expect, it, vi } from 'vitest';
import { tenantOf, testWorld, unwrap } from '../testing/test-world.ts';
import type { TenantWorld, World } from '../world-port.ts';
import { metricList } from './metric-list.ts';
import type { MetricReading } from './telemetry-port.ts';

// Whole worlds are played here; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const minute = 60_000;
const hour = 60 * minute;

function read(tenant: TenantWorld, name: string): MetricReading {
  const found = tenant.telemetry.readings().find((each) => each.name === name);
  if (found === undefined) throw new Error(`There is no metric ${name}`);
  return found;
}
const valueNow = (tenant: TenantWorld, name: string): number => read(tenant, name).value ?? Number.NaN;
const partOf = (tenant: TenantWorld, name: string, label: string, value: string): number =>
  read(tenant, name).parts.find(({ labels }) => labels[label] === value)?.value ?? 0;

function past(world: World, tenant: TenantWorld, metric: string, from: number, stepMs = minute, by: string[] = []) {
  const now = world.clock.now();
  return unwrap(tenant.telemetry.history({ metric, by, from: now - from, to: now, stepMs })).series;
}
const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const known = (points: readonly { readonly value: number | null }[]) => points.flatMap(({ value }) => value ?? []);

describe('readings', () => {
  it('are what a count of the conversations gives', () => {
    const world = testWorld();
    const tenant = tenantOf(world);
    world.clock.advance(7 * minute + 3_000);
    const live = tenant.conversations();
    expect(valueNow(tenant, 'conversations.in_progress')).toBe(live.length);
    const voice = live.filter(({ platform }) => platform === 'voice').length;
    expect(partOf(tenant, 'conversations.in_progress', 'channel', 'voice')).toBe(voice);
    expect(valueNow(tenant, 'voice.channels_in_use')).toBe(voice);
    for (const status of new Set(live.map((each) => each.status))) {
      const there = live.filter((each) => each.status === status).length;
      expect(partOf(tenant, 'conversations.in_progress', 'status', status), status).toBe(there);
    }
    const waiting = live.filter(({ queue }) => queue !== null);
    expect(valueNow(tenant, 'queue.waiting')).toBe(waiting.length);
    const oldest = Math.max(0, ...waiting.map(({ queue }) => world.clock.now() - Date.parse(queue?.since ?? '')));
    expect(valueNow(tenant, 'queue.longest_wait')).toBeCloseTo(oldest / 1_000, 1);
  });

  it('count per minute what the stream told in the last minute', () => {
    const world = testWorld();
    const tenant = tenantOf(world);
    world.clock.advance(5 * minute);
    const counts = { started: 0, called: 0, failed: 0 };
    tenant.events.subscribe((event) => {
      if (event.type === 'conversation.started') counts.started += 1;
      if (event.type !== 'function.finished') return;
      counts.called += 1;
      const { status, error } = event.functionCall;
      if (status === 'failed' && error?.startsWith('Cancelled') !== true) counts.failed += 1;
    });
    world.clock.advance(minute);
    const minutes = (metric: string) => past(world, tenant, metric, minute)[0]?.points.map(({ value }) => value);
    expect(minutes('conversations.started')).toEqual([counts.started]);
    expect(minutes('functions.calls')).toEqual([counts.called]);
    expect(minutes('functions.failed')).toEqual([counts.failed]);
    expect(counts.started).toBeGreaterThan(5);
  });

  it('tell every metric, each split by what its list says and by nothing else', () => {
    const world = testWorld();
    const tenant = tenantOf(world);
    world.clock.advance(2 * minute);
    const readings = tenant.telemetry.readings();
    expect(readings.map(({ name }) => name)).toEqual(metricList.map(({ name }) => name));
    for (const { name, parts } of readings) {
      const splits = metricList.find((each) => each.name === name)?.splits.map((by) => by.join()) ?? [];
      for (const { labels } of parts) expect(splits, name).toContain(Object.keys(labels).join());
    }
  });
});

describe('the past', () => {
  it('reaches back 24 hours at the start, by minute, without a hole', () => {
    const world = testWorld();
    const tenant = tenantOf(world);
    for (const name of ['conversations.in_progress', 'functions.calls', 'model.latency_p95', 'indexing.queue']) {
      const [series] = past(world, tenant, name, 24 * hour);
      expect(series?.points, name).toHaveLength(24 * 60);
      expect(known(series?.points ?? []), name).toHaveLength(24 * 60);
    }
  });

  it('ends where the present begins: levels and paces do not jump', () => {
    const world = testWorld({ conversations: 300 });
    const tenant = tenantOf(world);
    const lately = (metric: string) => mean(known(past(world, tenant, metric, 10 * minute)[0]?.points ?? []));
    const levels = ['conversations.in_progress', 'voice.channels_in_use', 'conversations.started', 'functions.calls'];
    const was = levels.map((name) => lately(name));
    world.clock.advance(10 * minute);
    for (const [place, name] of levels.entries()) {
      const change = lately(name) / (was[place] ?? Number.NaN);
      expect(change, name).toBeGreaterThan(0.75);
      expect(change, name).toBeLessThan(1.35);
    }
  });

  it('is the same for the same seed, however often and in whatever order it is asked', () => {
    const [one, other] = [testWorld(), testWorld()];
    const ask = (world: World, metric: string, from: number) => past(world, tenantOf(world), metric, from, 15 * minute);
    const late = ask(other, 'queue.waiting', 8 * 24 * hour);
    expect(ask(one, 'queue.waiting', 6 * hour)).toEqual(ask(other, 'queue.waiting', 6 * hour));
    expect(ask(one, 'queue.waiting', 8 * 24 * hour)).toEqual(late);
    expect(ask(one, 'queue.waiting', 6 * hour)).toEqual(ask(one, 'queue.waiting', 6 * hour));
  });

  it('tells a week, and nothing of before', () => {
    const world = testWorld();
    const [series] = past(world, tenantOf(world), 'conversations.in_progress', 9 * 24 * hour, 24 * hour);
    const values = series?.points.map(({ value }) => value) ?? [];
    expect(values[0]).toBeNull();
    expect(known(series?.points ?? []).length).toBeGreaterThanOrEqual(8);
  });

  it('holds an incident that its numbers show', () => {
    const world = testWorld();
    const tenant = tenantOf(world);
    const now = world.clock.now();
    const [incident] = tenant.telemetry.incidents(now - 24 * hour, now);
    if (incident === undefined || incident.endedAt === null) throw new Error('There was none');
    const name = incident.title.replace(' fails', '');
    const rate = (from: number, to: number) => {
      const request = { metric: 'functions.failure_rate', by: ['function'], from, to, stepMs: minute };
      const series = unwrap(tenant.telemetry.history(request)).series.find(({ labels }) => labels['function'] === name);
      return mean(known(series?.points ?? []));
    };
    const length = incident.endedAt - incident.startedAt;
    const during = rate(incident.startedAt + 5 * minute, incident.endedAt - minute);
    expect(during).toBeGreaterThan(50);
    expect(rate(incident.startedAt - 3 * length, incident.startedAt - 2 * length)).toBeLessThan(during / 2);
  });

  it('refuses what it does not have', () => {
    const world = testWorld();
    const { telemetry } = tenantOf(world);
    const now = world.clock.now();
    const span = { from: now - hour, to: now, stepMs: minute };
    const codes = [
      telemetry.history({ ...span, metric: 'no.such', by: [] }),
      telemetry.history({ ...span, metric: 'queue.waiting', by: ['flow'] }),
      telemetry.history({ ...span, metric: 'queue.waiting', by: [], stepMs: 1_000 }),
      telemetry.history({ ...span, metric: 'queue.waiting', by: [], from: now }),
      telemetry.history({ ...span, metric: 'queue.waiting', by: [], from: now - 7 * 24 * hour }),
    ].map((result) => result.ok || result.code);
    expect(codes).toEqual(['invalid', 'invalid', 'invalid', 'invalid', 'invalid']);
  });
});
