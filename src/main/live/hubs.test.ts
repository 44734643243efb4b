import { expect, test } from 'vitest';
import { FailureError } from '../../shared/models/failure.ts';
import { silentLog } from '../storage/log.ts';
import { createLiveHubs } from './hubs.ts';
import { DrivenClock } from './testing/driven-clock.ts';
import { FakeInstance } from './testing/fake-instance.ts';
import { seededRandom } from './testing/random.ts';
import { RowsWindow, TranscriptWindow } from './testing/window-model.ts';

function setUp() {
  const clock = new DrivenClock();
  const random = seededRandom(3);
  const instance = new FakeInstance({ clock, random });
  const hubs = createLiveHubs({
    apiFor: (tenant) => {
      if (tenant !== 'acme') throw new FailureError('forbidden', 'Not a member');
      return instance;
    },
    clock,
    random,
    log: silentLog,
  });
  return { clock, instance, hubs };
}

const input = { tenant: 'acme' };

test('eight windows share one connection, and never disagree', async () => {
  const { clock, instance, hubs } = setUp();
  const id = instance.world.start();
  const windows = Array.from({ length: 8 }, () => new RowsWindow((changed) => hubs.handlers.rows(input, changed)));
  const status = hubs.handlers.status(input, () => undefined);
  await clock.advance(1_000);
  instance.world.change(id, { flagged: true });
  await clock.advance(1_000);
  for (const window of windows) window.pump();
  expect(instance.connects).toHaveLength(1);
  expect(status.take()).toMatchObject({ tenant: 'acme', state: 'live' });
  expect(status.take()).toBeUndefined();
  for (const window of windows) expect(window.rows.get(id)?.flagged).toBe(true);
  hubs.stopAll();
  expect(status.take()).toMatchObject({ state: 'stopped' });
});

test('the connection ends half a minute after the last window, and a reload within it costs nothing', async () => {
  const { clock, instance, hubs } = setUp();
  const first = hubs.handlers.rows(input, () => undefined);
  await clock.advance(1_000);
  first.close();
  first.close();
  await clock.advance(20_000);
  const second = hubs.handlers.rows(input, () => undefined);
  await clock.advance(60_000);
  expect(instance.connected).toBe(1);
  expect(instance.connects).toHaveLength(1);
  second.close();
  await clock.advance(31_000);
  expect(instance.connected).toBe(0);
  await expect(hubs.handlers.refresh(input)).rejects.toMatchObject({ failure: { code: 'unavailable' } });
});

test('a tenant without a way to it fails as it is, and leaves nothing behind', async () => {
  const { hubs, clock } = setUp();
  const { pending } = clock;
  expect(() => hubs.handlers.rows({ tenant: 'other' }, () => undefined)).toThrow(FailureError);
  expect(clock.pending).toBe(pending);
});

test('a transcript is fetched while it is open, kept up by events, and released after its last window', async () => {
  const { clock, instance, hubs } = setUp();
  const id = instance.world.start();
  instance.world.say(id, { role: 'customer', text: 'Hello' });
  const rows = hubs.handlers.rows(input, () => undefined);
  const window = new TranscriptWindow((changed) => hubs.handlers.transcript({ ...input, id }, changed));
  await clock.advance(1_000);
  instance.world.say(id, { role: 'ai', text: 'How can I help?' });
  instance.world.call(id);
  await clock.advance(100);
  window.pump();
  expect(window.ordered().map(({ text }) => text)).toEqual(['Hello', 'How can I help?']);
  expect(window.calls.get(`${id}-f0`)?.status).toBe('running');
  const gone = new TranscriptWindow((changed) => hubs.handlers.transcript({ ...input, id: 'nobody' }, changed));
  await clock.advance(1_000);
  gone.pump();
  expect(gone.gone).toBe(true);
  window.close();
  rows.close();
  gone.close();
});

test('a transcript that may not be read says so, and comes by itself when it may', async () => {
  const { clock, instance, hubs } = setUp();
  const id = instance.world.start();
  const rows = hubs.handlers.rows(input, () => undefined);
  await clock.advance(1_000);
  instance.failing = new FailureError('forbidden', 'No', { requiredScope: 'transcripts:read' });
  const window = new TranscriptWindow((changed) => hubs.handlers.transcript({ ...input, id }, changed));
  await clock.advance(1_000);
  window.pump();
  expect(window.thrown).toMatchObject([{ failure: { code: 'forbidden' } }]);
  instance.failing = undefined;
  await clock.advance(61_000);
  window.pump();
  expect(window.conversation?.id).toBe(id);
  window.close();
  rows.close();
});

test('reading through the hub brings the row up to date at once', async () => {
  const { clock, instance, hubs } = setUp();
  const id = instance.world.start();
  hubs.handlers.rows(input, () => undefined);
  await clock.advance(1_000);
  instance.stall();
  instance.world.change(id, { state: 'Resolve' });
  const reading = hubs.read('acme', id);
  await clock.advance(300);
  await reading;
  expect(hubs.row('acme', id)?.state).toBe('Resolve');
  hubs.stopAll();
});

test('after a sign-out the windows start anew on another hub, and nothing of the last session is left to see', async () => {
  const { clock, instance, hubs } = setUp();
  const id = instance.world.start();
  const before = new RowsWindow((changed) => hubs.handlers.rows(input, changed));
  const away = hubs.handlers.away(input, () => undefined);
  await clock.advance(1_000);
  clock.sleep(600_000);
  instance.stall();
  instance.world.change(id, { risk: { level: 4, label: 'critical' } });
  await clock.advance(2_000);
  expect(away.take()?.items).toMatchObject([{ kind: 'risk', conversation: id }]);
  hubs.stopAll();
  expect(away.take()?.items).toEqual([]);
  await clock.advance(60_000);
  expect(instance.connected).toBe(0);

  // The window subscribes again, and only then lets go of what it had: the old source must not end the new hub.
  const after = new RowsWindow((changed) => hubs.handlers.rows(input, changed));
  before.close();
  await clock.advance(60_000);
  after.pump();
  expect([...after.rows.keys()]).toEqual([id]);
  expect(instance.connected).toBe(1);
  hubs.stopAll();
});

test('what was missed stays on the list until it is acknowledged, also when no window was open in between', async () => {
  const { clock, instance, hubs } = setUp();
  const id = instance.world.start();
  const rows = hubs.handlers.rows(input, () => undefined);
  await clock.advance(1_000);
  clock.sleep(600_000);
  instance.stall();
  instance.world.end(id, 'abandoned');
  await clock.advance(2_000);
  rows.close();
  await clock.advance(60_000);
  const away = hubs.handlers.away(input, () => undefined);
  const [item] = away.take()?.items ?? [];
  expect(item).toMatchObject({ kind: 'ended', conversation: id });
  hubs.handlers.acknowledgeAway({ ...input, ids: [item?.id ?? ''] });
  expect(away.take()?.items).toEqual([]);
  expect(() => hubs.handlers.away({ tenant: 'other' }, () => undefined)).toThrow(FailureError);
});

test('a report holds status, counters and paint times; without a hub there is none', async () => {
  const { clock, instance, hubs } = setUp();
  expect(() => hubs.handlers.report(input)).toThrow(FailureError);
  instance.world.start();
  hubs.handlers.rows(input, () => undefined);
  await clock.advance(1_000);
  expect(await hubs.handlers.report(input)).not.toHaveProperty('paint');
  hubs.painted('acme', [30, 10]);
  hubs.painted('acme', [20, 200]);
  expect(await hubs.handlers.report(input)).toMatchObject({
    at: clock.now(),
    rows: 1,
    away: 0,
    status: { tenant: 'acme', state: 'live', counters: { gaps: 0 } },
    paint: { samples: 4, p50: 20, p95: 200, max: 200 },
  });
  hubs.stopAll();
});

test('a view is told of what it shows and follows, and reads any row whole', async () => {
  const { clock, instance, hubs } = setUp();
  const [shown, hidden] = [instance.world.start(), instance.world.start()];
  const window = new RowsWindow((changed) => hubs.handlers.rows({ ...input, view: 'w-1' }, changed));
  await clock.advance(1_000);
  window.pump();
  hubs.handlers.look({ ...input, view: 'w-1', shown: [shown], follow: ['risk'] });
  hubs.handlers.look({ ...input, view: 'another', shown: [hidden], follow: [] });
  for (const id of [shown, hidden]) instance.world.change(id, { flagged: true });
  await clock.advance(1_000);
  window.pump();
  expect([shown, hidden].map((id) => window.rows.get(id)?.flagged)).toEqual([true, false]);
  const ids = [hidden, 'nobody'];
  expect(await hubs.handlers.read({ ...input, ids })).toMatchObject([{ id: hidden, flagged: true }]);
  hubs.stopAll();
  expect(await hubs.handlers.read({ ...input, ids })).toEqual([]);
});
