import { describe, expect, it, vi } from 'vitest';
import { codeOf, tenantOf, testWorld, unwrap } from '../testing/test-world.ts';
import type { TenantWorld, World } from '../world-port.ts';
import type { IncidentScript } from './telemetry-port.ts';

// Whole worlds are played here; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const minute = 60_000;

function valueNow(tenant: TenantWorld, name: string): number {
  return tenant.telemetry.readings().find((each) => each.name === name)?.value ?? Number.NaN;
}
const healthOf = (tenant: TenantWorld, id: string) => tenant.telemetry.health().find((each) => each.id === id)?.status;

/** A world some minutes on, then with an incident for a while. */
function withIncident(script: IncidentScript, minutes = 6): { world: World; tenant: TenantWorld; id: string } {
  const world = testWorld({ conversations: 120 });
  const tenant = tenantOf(world);
  world.clock.advance(3 * minute);
  const { incidentId: id } = unwrap(tenant.telemetry.startIncident(script));
  world.clock.advance(minutes * minute);
  return { world, tenant, id };
}

describe('while the model pool is saturated', () => {
  it('conversations wait, answers take longer, new ones are pushed back; all of it ends with it', () => {
    const calm = testWorld({ conversations: 120 });
    calm.clock.advance(9 * minute);
    const { world, tenant, id } = withIncident({ kind: 'model-pool', places: 2 });
    expect(valueNow(tenant, 'model.pool_saturation')).toBe(100);
    expect(valueNow(tenant, 'model.pool_size')).toBe(2);
    expect(valueNow(tenant, 'model.queue')).toBeGreaterThan(5);
    expect(valueNow(tenant, 'model.latency_p95')).toBeGreaterThan(2 * valueNow(tenantOf(calm), 'model.latency_p95'));
    expect(valueNow(tenant, 'conversations.ended')).toBeLessThan(valueNow(tenantOf(calm), 'conversations.ended'));
    expect(healthOf(tenant, 'model-pool')).toBe('degraded');
    expect(codeOf(tenant.createWebchat({ text: 'Hello' }))).toBe('saturated');
    expect(tenant.telemetry.endIncident(id)).toBe(true);
    world.clock.advance(4 * minute);
    expect(valueNow(tenant, 'model.queue')).toBe(0);
    expect(healthOf(tenant, 'model-pool')).toBe('operational');
    expect(tenant.createWebchat({ text: 'Hello' }).ok).toBe(true);
  });
});

describe('at the cap of the carrier', () => {
  it('calls queue and none fails; they are connected when there is room again', () => {
    const { world, tenant, id } = withIncident({ kind: 'voice-cap', cap: 8 });
    const voice = tenant.conversations().filter(({ platform }) => platform === 'voice').length;
    expect(voice).toBeLessThanOrEqual(8);
    expect(valueNow(tenant, 'voice.channels_in_use')).toBe(voice);
    expect(valueNow(tenant, 'voice.channels_cap')).toBe(8);
    const queued = valueNow(tenant, 'voice.channels_queued');
    expect(queued).toBeGreaterThan(10);
    expect(healthOf(tenant, 'voice')).toBe('degraded');
    tenant.telemetry.endIncident(id);
    world.clock.advance(minute);
    expect(valueNow(tenant, 'voice.channels_queued')).toBe(0);
    expect(valueNow(tenant, 'voice.channels_in_use')).toBeGreaterThan(voice + queued / 2);
    expect(healthOf(tenant, 'voice')).toBe('operational');
  });
});

describe('while a function fails', () => {
  it('its calls fail, people are asked for, and health names it', () => {
    const { tenant } = withIncident({ kind: 'function-failing', function: 'lookupAccount', share: 1 });
    const failure = tenant.telemetry
      .readings()
      .find(({ name }) => name === 'functions.failure_rate')
      ?.parts.find(({ labels }) => labels['function'] === 'lookupAccount');
    expect(failure?.value).toBeGreaterThan(90);
    expect(healthOf(tenant, 'functions')).toBe('degraded');
    expect(valueNow(tenant, 'queue.waiting')).toBeGreaterThan(5);
    const calm = tenantOf(testWorld({ conversations: 120 }));
    expect(valueNow(tenant, 'ai.containment')).toBeLessThan(valueNow(calm, 'ai.containment'));
  });
});

describe('while an integration is down', () => {
  it('nothing comes in or goes out on its channel', () => {
    const { world, tenant, id } = withIncident({ kind: 'integration-down', integration: 'email' }, 20);
    expect(healthOf(tenant, 'email')).toBe('down');
    const emails = () => tenant.conversations().filter(({ platform }) => platform === 'email');
    const before = emails().length;
    const heard: string[] = [];
    tenant.events.subscribe((event) => {
      if (event.type === 'conversation.started' && event.conversation.platform === 'email') heard.push('begun');
      if (event.type === 'message.added' && event.message.role === 'ai' && mails.has(event.transcriptId)) {
        heard.push('answered');
      }
    });
    const mails = new Set(emails().map(({ transcriptId }) => transcriptId));
    world.clock.advance(5 * minute);
    expect(heard).toEqual([]);
    tenant.telemetry.endIncident(id);
    world.clock.advance(minute);
    expect(heard).not.toEqual([]);
    expect(emails().length).toBeGreaterThanOrEqual(before);
    expect(healthOf(tenant, 'email')).toBe('operational');
  });

  it('every function that asks it times out', () => {
    const { tenant } = withIncident({ kind: 'integration-down', integration: 'billing' });
    const rates = tenant.telemetry.readings().find(({ name }) => name === 'functions.failure_rate')?.parts ?? [];
    const of = (name: string) => rates.find(({ labels }) => labels['function'] === name)?.value ?? 0;
    expect(of('getInvoice')).toBeGreaterThan(80);
    expect(of('lookupOutage')).toBeLessThan(40);
  });
});

describe('an incident', () => {
  it('ends by itself, and is told from its begin to its end', () => {
    const world = testWorld();
    const { telemetry } = tenantOf(world);
    const start = world.clock.now();
    const script = { kind: 'voice-cap', cap: 3, forSeconds: 120 } as const;
    const { incidentId } = unwrap(telemetry.startIncident(script));
    world.clock.advance(minute);
    expect(telemetry.incidents(start, world.clock.now() + 1).at(-1)).toMatchObject({ incidentId, endedAt: null });
    world.clock.advance(2 * minute);
    const ended = telemetry.incidents(start, world.clock.now()).at(-1);
    expect(ended).toMatchObject({ incidentId, startedAt: start, endedAt: start + 2 * minute });
    expect(telemetry.endIncident(incidentId)).toBe(false);
  });

  it('is refused where there is nothing that could go wrong so', () => {
    const { telemetry } = tenantOf(testWorld());
    expect(codeOf(telemetry.startIncident({ kind: 'function-failing', function: 'noSuch' }))).toBe('invalid');
    expect(codeOf(telemetry.startIncident({ kind: 'integration-down', integration: 'noSuch' }))).toBe('invalid');
  });

  it('of which two take places away, the smaller number is left; then the other', () => {
    const world = testWorld();
    const tenant = tenantOf(world);
    const places = tenant.modelPool.capacity;
    unwrap(tenant.telemetry.startIncident({ kind: 'model-pool', places: 5 }));
    const { incidentId } = unwrap(tenant.telemetry.startIncident({ kind: 'model-pool', places: 2, forSeconds: 30 }));
    expect(tenant.modelPool.capacity).toBe(2);
    tenant.telemetry.endIncident(incidentId);
    expect(tenant.modelPool.capacity).toBe(5);
    expect(places).toBeGreaterThan(5);
  });
});
