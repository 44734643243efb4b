import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createWorld, spread } from './create-world.ts';
import { tenantOf, testWorld, unwrap } from './testing/test-world.ts';
import { watch } from './testing/witness.ts';
import type { WorldEvent, WorldOptions } from './world-port.ts';

// Whole worlds are played here; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

function play(options: Partial<WorldOptions>, slices: readonly number[]): WorldEvent[] {
  const world = testWorld(options);
  const witnesses = world.tenants.map(({ slug }) => watch(tenantOf(world, slug)));
  for (const ms of slices) world.clock.advance(ms);
  return witnesses.flatMap(({ events }) => events);
}

describe('determinism', () => {
  it('gives the same events for the same seed, however the time is advanced', () => {
    const once = play({ seed: 5 }, [60_000]);
    expect(once.length).toBeGreaterThan(200);
    expect(play({ seed: 5 }, [60_000])).toEqual(once);
    expect(play({ seed: 5 }, [1, 12_345, 19, 20, 21, 40_000, 7_594])).toEqual(once);
  });

  it('holds at a target rate too', () => {
    const once = play({ seed: 5, eventsPerSecond: 200 }, [10_000]);
    expect(play({ seed: 5, eventsPerSecond: 200 }, [3_333, 6_667])).toEqual(once);
  });

  it('gives others for another seed', () => {
    expect(play({ seed: 6 }, [10_000])).not.toEqual(play({ seed: 5 }, [10_000]));
  });

  it('starts with the same conversations and archive, and tells a restart by the stream id alone', () => {
    const one = tenantOf(testWorld());
    const again = tenantOf(testWorld({ generation: 1 }));
    expect(again.conversations()).toEqual(one.conversations());
    // Cursors name the run, and so differ.
    const listed = (of: typeof one) => unwrap(of.list({}, undefined, 200)).items;
    expect(listed(again)).toEqual(listed(one));
    expect(tenantOf(testWorld()).streamId).toBe(one.streamId);
    expect(again.streamId).not.toBe(one.streamId);
  });
});

describe('the beginning', () => {
  it('has exactly the conversations asked for, spread over the tenants by size', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (total) => {
        const counts = spread(total);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
        if (total > 20) expect([...counts].sort((a, b) => b - a)).toEqual(counts);
      }),
    );
    const world = testWorld({ conversations: 97 });
    const live = world.tenants.map(({ slug }) => tenantOf(world, slug).conversations().length);
    expect(live).toEqual(spread(97));
    expect(world.tenants.map(({ timeZone }) => timeZone)).toEqual([
      'America/Toronto',
      'America/Halifax',
      'America/Vancouver',
    ]);
  });

  it('shows all channels, directions, languages and stages at once', () => {
    const world = testWorld({ conversations: 300 });
    const live = world.tenants.flatMap(({ slug }) => tenantOf(world, slug).conversations());
    const different = (pick: (c: (typeof live)[number]) => string) => [...new Set(live.map(pick))].sort();
    expect(different((c) => c.platform)).toEqual(['email', 'slack', 'sms', 'voice', 'webchat']);
    expect(different((c) => c.direction)).toEqual(['inbound', 'outbound']);
    expect(different((c) => c.language)).toEqual(['en', 'fr']);
    expect(different((c) => c.handledBy.kind)).toEqual(['ai', 'human', 'none']);
    expect(different((c) => c.status)).toEqual(['human-handoff', 'in-progress', 'queued']);
    expect(different((c) => c.environment)).toEqual(['internal-testing', 'production']);
    expect(different((c) => String(c.risk.level)).length).toBeGreaterThanOrEqual(4);
    expect(different((c) => c.state).length).toBeGreaterThan(15);
    expect(new Set(live.map((c) => c.transcriptId)).size).toBe(300);
    for (const c of live) expect(Date.parse(c.startedAt)).toBeLessThanOrEqual(world.clock.now());
  });

  it('has the words of neighbours differ', () => {
    const tenant = tenantOf(testWorld({ conversations: 200 }));
    const whole = tenant.conversations().map(({ transcriptId }) =>
      tenant
        .get(transcriptId)
        ?.messages.map((m) => m.text)
        .join('\n'),
    );
    const spoken = whole.filter((text) => text !== undefined && text.length > 120);
    expect(spoken.length).toBeGreaterThan(50);
    expect(new Set(spoken).size).toBe(spoken.length);
  });

  it('comes up with 10,000 conversations, all of them with what led to their present state', () => {
    const began = performance.now();
    const world = createWorld({ seed: 1, conversations: 10_000, speed: 1, clock: 'driven' });
    const took = performance.now() - began;
    const tenants = world.tenants.map(({ slug }) => tenantOf(world, slug));
    expect(tenants.reduce((sum, tenant) => sum + tenant.conversations().length, 0)).toBe(10_000);
    expect(tenants.every(({ sequence }) => sequence === 0)).toBe(true);
    const far = tenantOf(world)
      .conversations()
      .filter(({ functionCallCount }) => functionCallCount > 0);
    expect(far.length).toBeGreaterThan(1_000);
    for (const { transcriptId, functionCallCount } of far.slice(0, 50)) {
      expect(tenantOf(world).get(transcriptId)?.functionCalls).toHaveLength(functionCallCount);
    }
    process.stdout.write(`10,000 conversations made in ${took.toFixed(0)} ms\n`);
  });
});

describe('pace', () => {
  it('keeps to 5,000 events a second for a minute, at 10,000 conversations', () => {
    const world = testWorld({ conversations: 10_000, eventsPerSecond: 5_000 });
    const tenants = world.tenants.map(({ slug }) => tenantOf(world, slug));
    const total = () => tenants.reduce((sum, { sequence }) => sum + sequence, 0);
    const began = performance.now();
    let most = 0;
    for (let second = 0; second < 60; second += 1) {
      const before = total();
      world.clock.advance(1_000);
      most = Math.max(most, total() - before);
    }
    process.stdout.write(`${total()} events in ${(performance.now() - began).toFixed(0)} ms\n`);
    expect(total()).toBeGreaterThan(299_000);
    expect(total()).toBeLessThan(301_000);
    expect(most).toBeLessThan(5_200);
    // Those that end are followed by others, and what has ended does not pile up.
    expect(tenants.reduce((sum, tenant) => sum + tenant.conversations().length, 0)).toBeGreaterThan(9_000);
    for (const tenant of tenants) {
      const page = tenant.list({}, undefined, 1);
      expect(page.ok && page.value.total - tenant.conversations().length).toBeLessThanOrEqual(2_000);
      expect(tenant.events.since(tenant.sequence - 5_000)).toHaveLength(5_000);
      expect(tenant.events.since(tenant.sequence - 5_001)).toBeUndefined();
    }
  });

  it('does the same things sooner at a higher speed, with the times of the clock', () => {
    const slow = play({ seed: 3 }, [40_000]);
    const fast = play({ seed: 3, speed: 4 }, [10_000]);
    expect(fast.length).toBeGreaterThan(slow.length * 0.8);
    expect(fast.length).toBeLessThan(slow.length * 1.2);
  });

  it('does nothing before it is started nor after it is stopped', () => {
    const world = createWorld({ seed: 1, conversations: 60, speed: 1, clock: 'driven' });
    const tenant = tenantOf(world);
    world.clock.advance(60_000);
    expect(tenant.sequence).toBe(0);
    world.start();
    world.start();
    world.clock.advance(10_000);
    const { sequence } = tenant;
    expect(sequence).toBeGreaterThan(0);
    world.stop();
    world.clock.advance(60_000);
    expect(tenant.sequence).toBe(sequence);
    expect(tenant.conversations().length).toBeGreaterThan(0);
  });

  it.each([{ conversations: -1 }, { conversations: 1.5 }, { speed: 0 }, { speed: Number.NaN }, { eventsPerSecond: 0 }])(
    'refuses %o',
    (options) => {
      expect(() => testWorld(options)).toThrow(RangeError);
    },
  );
});
