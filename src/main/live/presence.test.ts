import { expect, test } from 'vitest';
import { FailureError } from '../../shared/models/failure.ts';
import type { OperationId } from '../../shared/models/operation.ts';
import { silentLog } from '../storage/log.ts';
import { createLiveHub } from './hub.ts';
import { DrivenClock } from './testing/driven-clock.ts';
import { FakeInstance } from './testing/fake-instance.ts';
import { seededRandom } from './testing/random.ts';

async function setUp(lacks: readonly OperationId[] = []) {
  const clock = new DrivenClock();
  const random = seededRandom(2);
  const instance = new FakeInstance({ clock, random, lacks });
  const hub = createLiveHub({ api: instance, clock, random, log: silentLog });
  const id = instance.world.start();
  hub.start();
  await clock.advance(1_000);
  const open = () => hub.openTranscript(id, () => undefined);
  return { clock, instance, hub, id, open };
}

test('a conversation open in windows is announced once, again while it stays open, and no more after the last', async () => {
  const { clock, instance, hub, id, open } = await setUp();
  const windows = [open(), open()];
  await clock.advance(1_000);
  expect(instance.presence).toEqual([id]);
  await clock.advance(40_000);
  expect(instance.presence).toEqual([id, id, id]);
  windows[0]?.close();
  await clock.advance(20_000);
  expect(instance.presence).toHaveLength(4);
  windows[1]?.close();
  await clock.advance(60_000);
  expect(instance.presence).toHaveLength(4);
  const again = open();
  await clock.advance(1_000);
  expect(instance.presence).toHaveLength(5);
  hub.stop();
  await clock.advance(60_000);
  expect(instance.presence).toHaveLength(5);
  again.close();
});

test('where the instance does not offer it nothing is asked', async () => {
  const { clock, instance, hub, open } = await setUp(['conversations.watch']);
  open();
  await clock.advance(60_000);
  expect(instance.presence).toEqual([]);
  hub.stop();
});

test('a refusal is asked once, trouble is tried again with the next renewal; neither shows', async () => {
  const { clock, instance, hub, id, open } = await setUp();
  instance.presenceFailing = new FailureError('offline', 'No network');
  const window = open();
  await clock.advance(1_000);
  instance.presenceFailing = undefined;
  await clock.advance(20_000);
  expect(instance.presence).toEqual([id]);
  instance.presenceFailing = new FailureError('forbidden', 'Not yours to tell');
  await clock.advance(20_000);
  instance.presenceFailing = undefined;
  await clock.advance(60_000);
  expect(instance.presence).toEqual([id]);
  expect(hub.status().state).toBe('live');
  window.close();
  hub.stop();
});
