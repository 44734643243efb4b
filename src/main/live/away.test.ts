import { describe, expect, test } from 'vitest';
import type { Handler } from '../../shared/models/conversation.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { OperationId } from '../../shared/models/operation.ts';
import { silentLog } from '../storage/log.ts';
import { AwayBook } from './away-book.ts';
import { createLiveHub } from './hub.ts';
import { DrivenClock } from './testing/driven-clock.ts';
import { FakeInstance } from './testing/fake-instance.ts';
import { seededRandom } from './testing/random.ts';

const DANA: Handler = { kind: 'human', userId: 'u-2', name: 'Dana Lee' };
const ME: Handler = { kind: 'human', userId: 'u-me', name: 'Alex Roy' };

async function setUp(options: { readonly lacks?: readonly OperationId[]; readonly buffer?: number } = {}) {
  const clock = new DrivenClock();
  const random = seededRandom(11);
  const instance = new FakeInstance({ clock, random, ...options });
  const book = new AwayBook('acme');
  let resume = (): void => undefined;
  const hub = createLiveHub({
    api: instance,
    clock,
    random,
    log: silentLog,
    away: book,
    isMine: (handler) => handler.userId === ME.userId,
    power: {
      onResume: (listener) => {
        resume = listener;
        return () => undefined;
      },
    },
  });
  const { world } = instance;
  const ids = Array.from({ length: 6 }, () => world.start());
  const [risky = '', ended = '', taken = '', queued = '', mine = '', quiet = ''] = ids;
  hub.start();
  await clock.advance(1_000);
  // One event with an id, for the stream to go on after.
  world.change(quiet, { flagged: true });
  await clock.advance(1_000);
  /** What an operator would want to know of, in each of its kinds. */
  const much = () => {
    instance.world.change(risky, { risk: { level: 4, label: 'critical' } });
    instance.world.end(ended, 'abandoned');
    instance.world.handle(taken, DANA);
    instance.world.change(queued, { handler: { kind: 'queue' }, queue: { skills: ['billing'] } });
    instance.world.handle(mine, ME);
    instance.world.say(quiet, { role: 'customer', text: 'Hello?' });
  };
  const found = () => book.list().items.map(({ kind, conversation }) => [kind, conversation]);
  const all = [
    ['risk', risky],
    ['taken-over', taken],
    ['handed-off', queued],
    ['ended', ended],
  ];
  return { clock, instance, hub, book, much, found, all, ids, risky, resume: () => resume() };
}

describe('while you were away', () => {
  test.each([
    ['told by the system', true],
    ['noticed by the clock', false],
  ])('a sleep of ten minutes, %s: what mattered, not what was said; the operator is no news', async (_how, told) => {
    const { clock, instance, hub, much, found, all, resume, book } = await setUp();
    const slept = clock.now();
    clock.sleep(600_000);
    instance.stall();
    much();
    if (told) resume();
    await clock.advance(2_000);
    expect(hub.status().state).toBe('live');
    expect(found()).toEqual(all);
    const [item] = book.list().items;
    expect(item?.from).toBeLessThanOrEqual(slept);
    expect(item?.to).toBeGreaterThanOrEqual(slept + 600_000);
    hub.stop();
  });

  test('a stream that goes on after the last event: what it sends again is of the past too, with final statuses', async () => {
    const { clock, instance, hub, much, found, all, book } = await setUp({ buffer: 1_000 });
    instance.streamFailing = new FailureError('offline', 'No network');
    instance.cut();
    await clock.advance(5_000);
    expect(hub.status().state).not.toBe('live');
    much();
    instance.streamFailing = undefined;
    await clock.advance(60_000);
    expect(hub.status().state).toBe('live');
    expect(found()).toEqual(all);
    expect(book.list().items.at(-1)).toMatchObject({ kind: 'ended', status: 'abandoned' });
    hub.stop();
  });

  test('what is seen live, and what a blink of the connection hid, is not told again', async () => {
    const { clock, instance, hub, much, found, risky } = await setUp({ buffer: 1_000 });
    much();
    await clock.advance(1_000);
    instance.world.change(risky, { risk: { level: 1, label: 'low' } });
    await clock.advance(1_000);
    instance.cut();
    instance.world.change(risky, { risk: { level: 4, label: 'critical' } });
    await clock.advance(1_500);
    expect(hub.status().state).toBe('live');
    expect(found()).toEqual([]);
    hub.stop();
  });

  test('polling: the polls tell as they come, a sleep is an absence', async () => {
    const { clock, instance, hub, much, found, all, resume, ids } = await setUp({ lacks: ['conversations.stream'] });
    instance.world.change(ids[5] ?? '', { risk: { level: 3, label: 'high' } });
    await clock.advance(6_000);
    expect(found()).toEqual([]);
    clock.sleep(600_000);
    much();
    resume();
    await clock.advance(2_000);
    expect(hub.status().state).toBe('polling');
    expect(found()).toEqual(all);
    hub.stop();
  });
});
