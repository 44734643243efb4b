import { describe, expect, test } from 'vitest';
import { FailureError } from '../../shared/models/failure.ts';
import type { OperationId } from '../../shared/models/operation.ts';
import { silentLog } from '../storage/log.ts';
import { createLiveHub } from './hub.ts';
import { DrivenClock } from './testing/driven-clock.ts';
import { FakeInstance } from './testing/fake-instance.ts';
import type { Numbering } from './testing/fake-world.ts';
import { seededRandom } from './testing/random.ts';
import { RowsWindow, TranscriptWindow } from './testing/window-model.ts';

interface Options {
  readonly numbering?: Partial<Numbering>;
  readonly lacks?: readonly OperationId[];
  readonly buffer?: number;
}

function setUp(options: Options = {}) {
  const clock = new DrivenClock();
  const random = seededRandom(7);
  const instance = new FakeInstance({ clock, random, ...options });
  const listeners: (() => void)[] = [];
  const listen = (listener: () => void) => {
    listeners.push(listener);
    return () => undefined;
  };
  const hub = createLiveHub({
    api: instance,
    clock,
    random,
    log: silentLog,
    power: { onResume: listen },
    network: { onChange: listen },
  });
  const start = async () => {
    hub.start();
    await clock.advance(1_000);
  };
  const interrupt = () => {
    for (const listener of listeners) listener();
  };
  return { clock, instance, hub, start, interrupt, state: () => hub.status().state };
}

const liveIds = (instance: FakeInstance) =>
  instance.world
    .live()
    .map(({ id }) => id)
    .sort();

describe('coming up', () => {
  test('says nothing before the first snapshot, then all rows once, then only what changed', async () => {
    const { clock, instance, hub } = setUp();
    const first = instance.world.start();
    const second = instance.world.start();
    const window = new RowsWindow((changed) => hub.openRows(changed));
    expect(hub.status().state).toBe('connecting');
    hub.start();
    window.pump();
    expect(window.batches).toEqual([]);
    await clock.advance(1_000);
    window.pump();
    expect([...window.rows.keys()]).toEqual([first, second]);
    expect(hub.status().state).toBe('live');

    instance.world.change(first, { flagged: true });
    instance.world.change(first, { state: 'Resolve' });
    await clock.advance(100);
    window.pump();
    window.pump();
    const patch = window.batches.at(-1);
    expect(window.batches).toHaveLength(2);
    expect(patch).toMatchObject({
      kind: 'patch',
      removed: [],
      upserts: [{ id: first, state: 'Resolve', flagged: true }],
    });
    expect(patch?.oldestEventAt).toBeLessThanOrEqual(clock.now());
    hub.stop();
    expect(hub.status().state).toBe('stopped');
  });

  test('an ended conversation stays a minute, so that its end is seen, and then goes', async () => {
    const { clock, instance, hub, start } = setUp();
    const id = instance.world.start();
    await start();
    instance.world.end(id, 'abandoned');
    await clock.advance(59_000);
    expect(hub.row(id)).toMatchObject({ ended: true, status: 'abandoned' });
    await clock.advance(2_500);
    expect(hub.row(id)).toBeUndefined();
    hub.stop();
  });
});

describe('breaking off', () => {
  test('a cut stream goes on after the last event, without a snapshot', async () => {
    const { clock, instance, hub, start } = setUp();
    const id = instance.world.start();
    await start();
    instance.world.change(id, { state: 'Greeting again' });
    await clock.advance(3_000);
    const { snapshots } = instance;
    instance.cut();
    instance.world.change(id, { state: 'Verify' });
    await clock.advance(100);
    expect(hub.status()).toMatchObject({ state: 'reconnecting', problem: { code: 'offline' } });
    expect(hub.status().retryAt).toBeGreaterThan(clock.now() - 1_000);
    await clock.advance(2_000);
    expect(hub.row(id)?.state).toBe('Verify');
    expect(hub.status()).toMatchObject({ state: 'live', counters: { gaps: 0, resyncs: 0 } });
    expect(instance.snapshots).toBe(snapshots);
    hub.stop();
  });

  test('a cut before the first event id has come is healed by snapshot', async () => {
    const { clock, instance, hub, start } = setUp();
    const id = instance.world.start();
    await start();
    instance.cut();
    instance.world.end(id);
    await clock.advance(2_000);
    expect(hub.row(id)).toBeUndefined();
    expect(hub.status()).toMatchObject({ state: 'live', counters: { resyncs: 1 } });
    hub.stop();
  });

  test('a last event too old for the instance is answered by reset, and healed by snapshot', async () => {
    const { clock, instance, hub, start } = setUp({ buffer: 2 });
    const id = instance.world.start();
    await start();
    await clock.advance(3_000);
    instance.cut();
    for (let count = 0; count < 5; count++) instance.world.change(id, { sessions24h: count });
    await clock.advance(2_000);
    expect(hub.row(id)?.sessions24h).toBe(4);
    expect(hub.status()).toMatchObject({ state: 'live', counters: { resyncs: 1 } });
    hub.stop();
  });

  test('an event too large to take is left out: it is not asked for again, and healed by snapshot', async () => {
    const { clock, instance, hub, start } = setUp();
    const id = instance.world.start();
    await start();
    instance.world.change(id, { sessions24h: 1 });
    await clock.advance(3_000);
    instance.tooLarge = instance.world.sequence + 1;
    instance.world.change(id, { sessions24h: 2 });
    instance.world.change(id, { sessions24h: 3 });
    await clock.advance(5_000);
    expect(hub.row(id)?.sessions24h).toBe(3);
    expect(hub.status()).toMatchObject({ state: 'live', counters: { resyncs: 1 } });
    expect(instance.connects).toHaveLength(2);
    expect(instance.connects[1]?.lastEventId).toBeUndefined();
    hub.stop();
  });

  test('silence without a close is noticed by the heartbeat’s own pace', async () => {
    const { clock, instance, hub, start } = setUp();
    await start();
    await clock.advance(20_000);
    instance.stall();
    const id = instance.world.start();
    // The heartbeat comes every 5 s: three are missed before the stream counts as dead.
    await clock.advance(9_000);
    expect(hub.status().state).toBe('live');
    await clock.advance(10_000);
    expect(hub.status().state).toBe('live');
    expect(hub.row(id)?.id).toBe(id);
    expect(instance.connects).toHaveLength(2);
    hub.stop();
  });

  test('the time of proof stands still while nothing is proven', async () => {
    const { clock, instance, hub, start } = setUp();
    await start();
    await clock.advance(6_000);
    instance.failing = new FailureError('offline', 'No network');
    instance.cut();
    await clock.advance(1);
    const { lastHeardAt } = hub.status();
    await clock.advance(60_000);
    expect(hub.status().lastHeardAt).toBe(lastHeardAt);
    expect(hub.status().state).toBe('offline');
    hub.stop();
  });

  test('it tries for ever, ever more slowly, and never more than half a minute apart', async () => {
    const { clock, instance, hub, start } = setUp();
    await start();
    instance.failing = new FailureError('offline', 'No network');
    instance.cut();
    await clock.advance(30 * 60_000);
    const gaps = instance.connects.slice(1).map(({ at }, index) => at - (instance.connects[index]?.at ?? at));
    expect(Math.max(...gaps.slice(1))).toBeLessThanOrEqual(30_100);
    expect(gaps.length).toBeGreaterThan(60);
    instance.failing = undefined;
    await clock.advance(31_000);
    expect(hub.status().state).toBe('live');
    hub.stop();
  });

  test('Retry-After is respected', async () => {
    const { clock, instance, hub, start } = setUp();
    await start();
    instance.failing = new FailureError('saturated', 'Busy', { status: 503, retryAfterMs: 20_000 });
    instance.cut();
    await clock.advance(2_000);
    const tries = instance.connects.length;
    await clock.advance(17_000);
    expect(instance.connects).toHaveLength(tries);
    await clock.advance(3_000);
    expect(instance.connects).toHaveLength(tries + 1);
    hub.stop();
  });

  test('a token that ends is renewed without a gap and without a wait', async () => {
    const { clock, instance, hub, start } = setUp();
    const id = instance.world.start();
    await start();
    instance.world.change(id, { state: 'Verify' });
    await clock.advance(3_000);
    instance.expire();
    instance.world.change(id, { state: 'Resolve' });
    await clock.advance(200);
    expect(hub.status()).toMatchObject({ state: 'live', counters: { gaps: 0, resyncs: 0 } });
    expect(hub.row(id)?.state).toBe('Resolve');
    hub.stop();
  });

  test('without permission it is offline with the reason, and asks again only now and then', async () => {
    const { clock, instance, hub, start } = setUp();
    instance.failing = new FailureError('forbidden', 'No', { requiredScope: 'transcripts:read' });
    await start();
    await clock.advance(30_000);
    expect(hub.status()).toMatchObject({ state: 'offline', problem: { code: 'forbidden' } });
    expect(instance.connects).toHaveLength(1);
    hub.stop();
  });
});

describe('another run and interruptions', () => {
  test.each([
    ['another stream id', true, false],
    ['the same stream id', true, true],
    ['no stream id', false, false],
  ])('an instance restarted under %s replaces everything', async (_how, streamIds, sameId) => {
    const { clock, instance, hub, start } = setUp({ numbering: { streamIds } });
    for (let count = 0; count < 5; count++) instance.world.start();
    for (let count = 0; count < 50; count++) instance.world.change('c-1', { sessions24h: count });
    await start();
    const window = new TranscriptWindow((changed) => hub.openTranscript('c-1', changed));
    instance.restart(sameId);
    const id = instance.world.start();
    instance.world.say(id, { role: 'customer', text: 'Bonjour' });
    await clock.advance(5_000);
    window.pump();
    expect(hub.rows().map((row) => row.id)).toEqual(['c-1']);
    expect(hub.row(id)?.revision).toBe(2);
    expect(window.ordered().map(({ text }) => text)).toEqual(['Bonjour']);
    hub.stop();
  });

  test('after ten minutes of sleep the rows agree within two seconds, told by the system or not', async () => {
    for (const told of [true, false]) {
      const { clock, instance, hub, start, interrupt } = setUp();
      for (let count = 0; count < 8; count++) instance.world.start();
      await start();
      await clock.advance(20_000);
      clock.sleep(600_000);
      instance.stall();
      for (let count = 0; count < 100; count++) instance.world.happen(seededRandom(count));
      if (told) interrupt();
      await clock.advance(2_000);
      expect(hub.status().state).toBe('live');
      expect(
        hub
          .rows()
          .filter((row) => !row.ended)
          .map(({ id }) => id)
          .sort(),
      ).toEqual(liveIds(instance));
      hub.stop();
    }
  });
});

describe('instances that offer less', () => {
  test('no stream: the list is polled, with the same rows and batches', async () => {
    const { clock, instance, hub, start } = setUp({ lacks: ['conversations.stream'] });
    const id = instance.world.start();
    const window = new RowsWindow((changed) => hub.openRows(changed));
    await start();
    expect(hub.status().state).toBe('polling');
    const heard = hub.status().lastHeardAt;
    instance.world.change(id, { state: 'Resolve' });
    await clock.advance(6_000);
    window.pump();
    expect(window.rows.get(id)?.state).toBe('Resolve');
    expect(hub.status().lastHeardAt).toBeGreaterThan(heard ?? 0);
    instance.failing = new FailureError('offline', 'No network');
    await clock.advance(6_000);
    expect(hub.status()).toMatchObject({ state: 'reconnecting', problem: { code: 'offline' } });
    instance.failing = undefined;
    await clock.advance(31_000);
    expect(hub.status().state).toBe('polling');
    expect(instance.connects).toEqual([]);
    hub.stop();
  });

  test.each([
    ['a stream that is not there', { reason: 'not-offered', status: 405 }],
    ['a stream that never is one', { reason: 'wrong-content-type', status: 200 }],
    ['a stream behind a broken gateway', { reason: 'server-error', status: 502 }],
  ])('%s: the list is polled until the stream comes', async (_what, detail) => {
    const { clock, instance, hub, start } = setUp();
    const id = instance.world.start();
    instance.streamFailing = new FailureError('unavailable', 'No stream', detail);
    await start();
    await clock.advance(20_000);
    expect(hub.status()).toMatchObject({ state: 'polling', problem: { code: 'unavailable' } });
    expect(hub.row(id)).toBeDefined();
    instance.streamFailing = undefined;
    await clock.advance(65_000);
    expect(hub.status().state).toBe('live');
    const { snapshots } = instance;
    await clock.advance(60_000);
    expect(instance.snapshots).toBe(snapshots);
    hub.stop();
  });

  test('no list: the stream is shown, and that it may not be all is said', async () => {
    const { clock, instance, hub, start } = setUp({ lacks: ['conversations.live'] });
    await start();
    const id = instance.world.start();
    await clock.advance(1_000);
    expect(hub.row(id)?.id).toBe(id);
    expect(hub.status()).toMatchObject({ state: 'live', problem: { code: 'unavailable' } });
    hub.stop();
  });

  test('neither: offline, with the reason', async () => {
    const { hub, start, instance } = setUp({ lacks: ['conversations.live', 'conversations.stream'] });
    await start();
    expect(hub.status()).toMatchObject({ state: 'offline', problem: { code: 'unavailable' } });
    expect(instance.connects).toEqual([]);
    hub.stop();
  });

  test('no numbers: an event lost on the way is found by the audit', async () => {
    const { clock, instance, hub, start } = setUp({ numbering: { sequences: false, streamIds: false } });
    const id = instance.world.start();
    await start();
    instance.faults = { duplicate: 0, reorder: 0, lose: 1, malform: 0 };
    instance.world.change(id, { state: 'Resolve' });
    instance.faults = { duplicate: 0, reorder: 0, lose: 0, malform: 0 };
    await clock.advance(62_000);
    expect(hub.row(id)?.state).toBe('Resolve');
    hub.stop();
  });
});

test('a refresh takes a snapshot now, and says when that fails', async () => {
  const { clock, instance, hub, start } = setUp();
  await start();
  const { snapshots } = instance;
  const refreshed = hub.refresh();
  await clock.advance(300);
  await refreshed;
  expect(instance.snapshots).toBe(snapshots + 1);
  instance.failing = new FailureError('offline', 'No network');
  const refused = expect(hub.refresh()).rejects.toMatchObject({ failure: { code: 'offline' } });
  await clock.advance(300);
  await refused;
  hub.stop();
});
