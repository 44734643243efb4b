import { describe, expect, test } from 'vitest';
import type { Expected } from '../../../shared/models/command.ts';
import { type BulkResult, HOLD_MS } from '../../../shared/models/hold.ts';
import { DrivenClock } from '../../live/testing/driven-clock.ts';
import { FakeInstance, ME } from '../../live/testing/fake-instance.ts';
import { seededRandom } from '../../live/testing/random.ts';
import { silentLog } from '../../storage/log.ts';
import { createCommands } from '../commands.ts';
import { MemoryHoldFile } from '../testing/memory-hold-file.ts';
import { MemoryJournal } from '../testing/memory-journal.ts';
import { Holds } from './holds.ts';
import { sendHeld } from './send-held.ts';

const BY_AI: Expected = { status: 'in-progress', handlerKind: 'ai' };
const BY_ME: Expected = { status: 'human-handoff', handlerKind: 'human', handlerName: ME.name };

function setUp(conversations = 1) {
  const clock = new DrivenClock();
  const instance = new FakeInstance({ clock, random: seededRandom(5) });
  const journal = new MemoryJournal();
  const file = new MemoryHoldFile();
  const busy = { now: 0, most: 0 };
  const signedIn = { owner: 'acme/u-me' };
  const commands = createCommands({
    apiFor: () => instance,
    read: (_tenant, id) => instance.getTranscript(id),
    me: () => ME,
    journal,
    clock,
    log: silentLog,
  });
  /** The console as a new run of it would be, over the same disk. */
  const start = () =>
    new Holds({
      file,
      journal,
      clock,
      log: silentLog,
      me: () => ME,
      owner: () => signedIn.owner,
      send: async (kept, target) => {
        busy.most = Math.max(busy.most, ++busy.now);
        const result = await sendHeld(commands, kept, target);
        busy.now--;
        return result;
      },
    });
  const ids = Array.from({ length: conversations }, () => instance.world.start());
  for (const id of ids) instance.world.handle(id, { kind: 'human', userId: ME.id, name: ME.name });
  const targets = ids.map((id) => ({ id, expected: BY_ME }));
  const complete = { tenant: 'acme', action: 'complete', bulk: conversations > 1, targets } as const;
  const phases = () => journal.records.map(({ facts }) => facts.phase);
  return { clock, instance, journal, file, holds: start(), start, signedIn, ids, complete, phases, busy };
}

/** Lets promises of the same moment run. */
const soon = (clock: DrivenClock) => clock.advance(10);

describe('a held command', () => {
  test('counts down in every window, is sent once when it is due, and journaled from the start', async () => {
    const { clock, instance, holds, ids, complete, phases, file, journal } = setUp();
    const window = holds.open(() => undefined);
    const running = holds.hold(complete);
    await clock.advance(HOLD_MS - 100);
    const [held] = window.take()?.holds ?? [];
    expect(held).toMatchObject({ phase: 'held', action: 'complete', conversations: ids, bulk: false });
    expect((held?.dueAt ?? 0) - (held?.heldAt ?? 0)).toBe(HOLD_MS);
    expect(instance.writes).toEqual([]);
    expect(file.holds).toHaveLength(1);
    await clock.advance(2_000);
    expect(await running).toMatchObject({ counts: { total: 1, done: 1, waiting: 0 } });
    expect(instance.writes).toEqual([`complete ${ids[0]}`]);
    expect(phases()).toEqual(['held', 'released', 'intent', 'sending', 'outcome']);
    expect(journal.records[2]?.details?.intent?.hold).toBe(held?.id);
    expect(window.take()?.holds).toMatchObject([{ phase: 'finished', results: [{ result: { outcome: 'done' } }] }]);
    expect(file.holds).toEqual([]);
    expect(await holds.dismiss(held?.id ?? '')).toBe(true);
    expect(holds.state().holds).toEqual([]);
  });

  test('undone is never sent; undoing again, or after it went, is too late', async () => {
    const { clock, instance, holds, complete, phases, file } = setUp();
    const running = holds.hold(complete);
    await soon(clock);
    const id = holds.state().holds[0]?.id ?? '';
    expect(await holds.undo(id)).toBe(true);
    expect(await holds.undo(id)).toBe(false);
    expect(holds.sendNow(id)).toBe(false);
    await clock.advance(60_000);
    expect(await running).toMatchObject({ counts: { cancelled: 1, done: 0 } });
    expect(instance.writes).toEqual([]);
    expect(phases()).toEqual(['held', 'undone']);
    expect(file.holds).toEqual([]);
  });

  test('undone or sent before it is even written down', async () => {
    const { clock, instance, holds, complete } = setUp();
    const undone = holds.hold(complete);
    await holds.undo(holds.state().holds[0]?.id ?? '');
    const sent = holds.hold(complete);
    expect(holds.sendNow(holds.state().holds[0]?.id ?? '')).toBe(true);
    await clock.advance(1_000);
    expect((await undone).counts.cancelled).toBe(1);
    expect((await sent).counts.done).toBe(1);
    await clock.advance(60_000);
    expect(instance.writes).toHaveLength(1);
  });

  test('is checked against what was on screen when it is sent, not when it was held', async () => {
    const { clock, instance, holds, complete, ids } = setUp();
    const running = holds.hold(complete);
    await clock.advance(3_000);
    instance.world.handle(ids[0] ?? '', { kind: 'human', userId: 'u-dana', name: 'Dana Fox', since: 5 });
    await clock.advance(20_000);
    expect((await running).results[0]?.result).toMatchObject({
      outcome: 'refused',
      failure: { code: 'conflict', detail: { takenBy: { name: 'Dana Fox' } } },
    });
    expect(instance.writes).toEqual([]);
  });

  test('that cannot be journaled is not held at all; a full disk alone is told and does not stop it', async () => {
    const { clock, instance, holds, journal, complete, file } = setUp();
    journal.failing = 'held';
    await expect(holds.hold(complete)).rejects.toMatchObject({
      failure: { detail: { reason: 'journal-write-failed' } },
    });
    expect(holds.state().holds).toEqual([]);
    journal.failing = undefined;
    file.failing = true;
    const running = holds.hold(complete);
    await soon(clock);
    expect(holds.state().problem).toBe('holds-write-failed');
    await clock.advance(20_000);
    expect((await running).counts.done).toBe(1);
    journal.failing = 'released';
    const refused = holds.hold(complete);
    await clock.advance(20_000);
    expect((await refused).counts.refused).toBe(1);
    expect(instance.writes).toHaveLength(1);
  });
});

describe('what is not sent', () => {
  test('a hold pending when the console died is offered, and sent only when the operator says so again', async () => {
    const { clock, instance, holds, start, complete, phases, file, ids } = setUp();
    void holds.hold(complete);
    await soon(clock);
    const left = file.holds;
    // The first run is gone: its timers may fire, its disk is what matters.
    await holds.endAll('console-ended');
    file.holds = left;
    const next = start();
    await next.restore();
    const [offered] = next.state().holds;
    expect(offered).toMatchObject({ phase: 'not-sent', reason: 'console-ended', conversations: ids });
    await clock.advance(60_000);
    expect(instance.writes).toEqual([]);
    expect(next.again(offered?.id ?? '')).toBe(true);
    await clock.advance(60_000);
    expect(instance.writes).toHaveLength(1);
    expect(next.state().holds).toMatchObject([{ phase: 'finished', counts: { done: 1 } }]);
    expect(phases().filter((phase) => phase === 'not-sent')).toHaveLength(2);
  });

  test('what was announced as sent when the console died is unknown, never offered as unsent', async () => {
    const { clock, journal, holds, start, complete, file, ids } = setUp(3);
    void holds.hold(complete);
    await soon(clock);
    const [kept] = file.holds;
    if (kept === undefined) throw new Error('nothing was kept');
    await holds.endAll('console-ended');
    // Died in the middle: the first was answered, the second announced, the third not begun.
    file.holds = [{ ...kept, phase: 'released' }];
    const intent = (conversation = '') => ({
      intent: { name: 'complete', tenant: 'acme', conversation, actor: ME, expected: BY_ME, hold: kept.id },
    });
    await journal.append({ command: 'k-1', phase: 'intent' }, intent(ids[0]));
    await journal.append({ command: 'k-1', phase: 'sending' }, {});
    await journal.append({ command: 'k-1', phase: 'outcome', outcome: 'done' }, {});
    await journal.append({ command: 'k-2', phase: 'intent' }, intent(ids[1]));
    await journal.append({ command: 'k-2', phase: 'sending' }, {});
    const next = start();
    await next.restore();
    expect(next.state().holds).toMatchObject([
      {
        phase: 'finished',
        results: [
          { conversation: ids[0], result: { outcome: 'done' } },
          { conversation: ids[1], result: { outcome: 'unknown' } },
        ],
      },
      { phase: 'not-sent', conversations: [ids[2]] },
    ]);
  });

  test('signing out, and a countdown that ran out in a sleep; nobody else is shown them', async () => {
    const { clock, instance, holds, complete, signedIn } = setUp();
    const out = holds.hold(complete);
    await soon(clock);
    await holds.endAll('signed-out');
    expect((await out).results).toEqual([]);
    const slept = holds.hold(complete);
    await soon(clock);
    clock.sleep(600_000);
    await clock.advance(1_000);
    expect((await slept).counts).toMatchObject({ waiting: 1 });
    expect(holds.state().holds).toMatchObject([{ reason: 'signed-out' }, { reason: 'slept' }]);
    expect(instance.writes).toEqual([]);
    const [mine] = holds.state().holds;
    signedIn.owner = 'acme/u-other';
    expect(holds.state().holds).toEqual([]);
    expect(holds.again(mine?.id ?? '')).toBe(false);
    expect(await holds.dismiss(mine?.id ?? '')).toBe(false);
  });
});

describe('bulk', () => {
  const settled = async (clock: DrivenClock, running: Promise<BulkResult>) => {
    await clock.advance(120_000);
    return running;
  };

  test('five hundred, a few at a time: each its own result, and the counts add up', async () => {
    const { clock, instance, holds, ids, complete, busy } = setUp(500);
    const taken = ids.slice(0, 20);
    const lost = ids[100] ?? '';
    const running = holds.hold(complete);
    await clock.advance(1_000);
    for (const id of taken) instance.world.handle(id, { kind: 'human', userId: 'u-dana', name: 'Dana Fox' });
    instance.world.end(lost, 'abandoned');
    const { counts, results } = await settled(clock, running);
    expect(counts).toEqual({ total: 500, done: 479, refused: 21, unknown: 0, cancelled: 0, waiting: 0 });
    expect(results.map(({ conversation }) => conversation)).toEqual(ids);
    expect(new Set(instance.writes).size).toBe(479);
    expect(instance.writes).toHaveLength(479);
    expect(busy.most).toBe(4);
  });

  test('a lost answer is unknown and not sent again', async () => {
    const { clock, instance, holds, complete } = setUp(3);
    instance.fates.push('lost-before', 'done', 'done');
    const { counts } = await settled(clock, holds.hold(complete));
    expect(counts).toMatchObject({ done: 2, unknown: 1 });
    expect(instance.writes).toHaveLength(2);
  });

  test('the rest can be cancelled: what is under way ends, nothing more is sent', async () => {
    const { clock, instance, holds, complete } = setUp(40);
    const running = holds.hold(complete);
    await soon(clock);
    const id = holds.state().holds[0]?.id ?? '';
    expect(holds.cancelRest(id)).toBe(false);
    holds.sendNow(id);
    for (let step = 0; step < 200 && instance.writes.length < 6; step++) await clock.advance(5);
    expect(holds.cancelRest(id)).toBe(true);
    const { counts } = await settled(clock, running);
    expect(counts.cancelled).toBeGreaterThan(20);
    expect(counts.done).toBe(instance.writes.length);
    expect(counts.done + counts.cancelled).toBe(40);
    expect(holds.cancelRest(id)).toBe(false);
  });

  test('takes over many, names twice count once', async () => {
    const { clock, instance, holds } = setUp();
    const ids = [instance.world.start(), instance.world.start()];
    const targets = [...ids, ...ids].map((id) => ({ id, expected: BY_AI }));
    const { counts } = await settled(clock, holds.hold({ tenant: 'acme', action: 'takeOver', bulk: true, targets }));
    expect(counts).toMatchObject({ total: 2, done: 2 });
    expect(instance.writes).toHaveLength(2);
  });
});
