import { describe, expect, test } from 'vitest';
import type { CommandResult, Expected } from '../../shared/models/command.ts';
import { FailureError } from '../../shared/models/failure.ts';
import { DrivenClock } from '../live/testing/driven-clock.ts';
import { FakeInstance, ME } from '../live/testing/fake-instance.ts';
import { seededRandom } from '../live/testing/random.ts';
import { silentLog } from '../storage/log.ts';
import { createCommands } from './commands.ts';
import type { Me } from './identity.ts';
import { MemoryJournal } from './testing/memory-journal.ts';

const DANA = { kind: 'human', userId: 'u-dana', name: 'Dana Fox', since: 5 } as const;
const BY_AI: Expected = { status: 'in-progress', handlerKind: 'ai' };
const BY_ME: Expected = { status: 'human-handoff', handlerKind: 'human', handlerName: ME.name };

function setUp(me: Me = ME) {
  const clock = new DrivenClock();
  const instance = new FakeInstance({ clock, random: seededRandom(11) });
  const journal = new MemoryJournal();
  const make = () =>
    createCommands({
      apiFor: () => instance,
      read: (_tenant, id) => instance.getTranscript(id),
      me: () => me,
      journal,
      clock,
      log: silentLog,
    });
  const id = instance.world.start();
  const target = { tenant: 'acme', id };
  /** Lets time pass until the command has its result. */
  const settle = async (running: Promise<CommandResult> | CommandResult): Promise<CommandResult> => {
    let ended = false;
    const result = Promise.resolve(running).finally(() => {
      ended = true;
    });
    for (let step = 0; step < 200 && !ended; step++) await clock.advance(200);
    return result;
  };
  const mine = () => instance.world.handle(id, { kind: 'human', userId: ME.id, name: ME.name });
  const reply = (clientMessageId: string, text = 'I am Morgan, let me help.') => ({
    ...target,
    expected: BY_ME,
    text,
    clientMessageId,
  });
  return { clock, instance, journal, make, commands: make(), id, target, settle, mine, reply };
}

describe('taking over', () => {
  test('is sent once, verified, and journaled with what was on screen and what came of it', async () => {
    const { commands, instance, journal, target, settle, id } = setUp();
    const result = await settle(commands.takeOver({ ...target, expected: BY_AI }));
    expect(result).toMatchObject({ outcome: 'done', conversation: { handler: { userId: ME.id } } });
    expect(instance.writes).toEqual([`takeOver ${id}`]);
    expect(journal.records.map(({ facts }) => facts.phase)).toEqual(['intent', 'sending', 'outcome']);
    expect(journal.records[0]?.details?.intent).toEqual({
      name: 'takeOver',
      tenant: 'acme',
      conversation: id,
      actor: ME,
      expected: BY_AI,
    });
    expect(journal.records[2]?.details?.outcome).toMatchObject({
      outcome: 'done',
      sent: true,
      before: { handlerKind: 'ai' },
      after: { handlerKind: 'human', handlerName: ME.name },
    });
  });

  test('of a conversation that someone took meanwhile is refused, unsent, and names them', async () => {
    const { commands, instance, id, target, settle } = setUp();
    instance.world.handle(id, DANA);
    const result = await settle(commands.takeOver({ ...target, expected: BY_AI }));
    expect(result).toMatchObject({
      outcome: 'refused',
      failure: { code: 'conflict', detail: { takenBy: { id: 'u-dana', name: 'Dana Fox', at: 5 } } },
      differences: [{ field: 'status' }, { field: 'handler', before: 'ai', now: 'Dana Fox' }],
    });
    expect(instance.writes).toEqual([]);
  });

  test('that loses the race between reading and sending is refused by the instance, and names the winner', async () => {
    const { commands, instance, id, target, settle } = setUp();
    instance.beforeWrite = () => instance.world.handle(id, DANA);
    const running = commands.takeOver({ ...target, expected: BY_AI });
    const result = await settle(running);
    expect(result).toMatchObject({
      outcome: 'refused',
      failure: { code: 'conflict', detail: { takenBy: { name: 'Dana Fox' } } },
    });
  });

  test('twice at once from two windows is sent once, and both are told that it is theirs', async () => {
    const { commands, instance, target, settle } = setUp();
    const both = [commands.takeOver({ ...target, expected: BY_AI }), commands.takeOver({ ...target, expected: BY_AI })];
    for (const one of both) expect(await settle(one)).toMatchObject({ outcome: 'done' });
    expect(instance.writes).toHaveLength(1);
  });

  test('is refused while it waits in a queue, and of what has ended', async () => {
    const { commands, instance, id, target, settle } = setUp();
    instance.world.change(id, { handler: { kind: 'queue' }, status: 'queued' });
    const queued = { status: 'queued', handlerKind: 'queue' };
    expect(await settle(commands.takeOver({ ...target, expected: queued }))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'invalid', detail: { reason: 'not-takeable' } },
    });
    instance.world.end(id);
    expect(await settle(commands.takeOver({ ...target, expected: queued }))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'stale' },
      differences: [
        { field: 'status', before: 'queued', now: 'completed' },
        { field: 'ended', before: 'no', now: 'yes' },
      ],
    });
    const completed = { status: 'completed', handlerKind: 'queue' };
    expect(await settle(commands.takeOver({ ...target, expected: completed }))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'invalid', detail: { reason: 'ended' } },
    });
    expect(instance.writes).toEqual([]);
  });

  test('messages that came meanwhile are no reason to refuse', async () => {
    const { commands, instance, id, target, settle } = setUp();
    const expected = { ...BY_AI, revision: 1 };
    instance.world.say(id, { role: 'customer', text: 'Hello?' });
    expect(await settle(commands.takeOver({ ...target, expected }))).toMatchObject({ outcome: 'done' });
  });

  test('an answer that was lost is looked for: done when it took effect, never sent again', async () => {
    const { commands, instance, target, settle } = setUp();
    instance.fates.push('lost-after');
    expect(await settle(commands.takeOver({ ...target, expected: BY_AI }))).toMatchObject({ outcome: 'done' });
    expect(instance.writes).toHaveLength(1);
  });

  test('an answer that was lost and left no trace stays unknown', async () => {
    const { commands, instance, journal, target, settle } = setUp();
    instance.fates.push('lost-before');
    expect(await settle(commands.takeOver({ ...target, expected: BY_AI }))).toMatchObject({
      outcome: 'unknown',
      failure: { code: 'unknown-outcome' },
      conversation: { handler: { kind: 'ai' } },
    });
    expect(instance.writes).toEqual([]);
    expect(journal.records.at(-1)?.facts).toMatchObject({ phase: 'outcome', outcome: 'unknown' });
  });

  test('a lost answer while someone else took it is a conflict', async () => {
    const { commands, clock, instance, id, target, settle } = setUp();
    instance.fates.push('lost-before');
    const running = commands.takeOver({ ...target, expected: BY_AI });
    await clock.advance(600);
    instance.world.handle(id, DANA);
    expect(await settle(running)).toMatchObject({
      outcome: 'refused',
      failure: { detail: { takenBy: { name: 'Dana Fox' } } },
    });
  });

  test('an instance that knows the operator by another id and name is believed when it says yes', async () => {
    const { commands, target, settle, reply } = setUp({ id: 'keycloak-sub', name: 'M. Lee' });
    expect(await settle(commands.takeOver({ ...target, expected: BY_AI }))).toMatchObject({ outcome: 'done' });
    expect(await settle(commands.takeOver({ ...target, expected: BY_AI }))).toMatchObject({ outcome: 'done' });
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({ outcome: 'done' });
  });
});

describe('replying', () => {
  test('is done when the message is in the transcript, and its text is not in the journal', async () => {
    const { commands, instance, journal, id, settle, mine, reply } = setUp();
    mine();
    expect(await settle(commands.reply(reply('m-0000001', 'My number is 613 555 0199')))).toMatchObject({
      outcome: 'done',
    });
    expect(instance.world.get(id)?.messages.map(({ text }) => text)).toEqual(['My number is 613 555 0199']);
    const written = JSON.stringify(journal.records);
    expect(written).not.toContain('613 555 0199');
    expect(written).not.toContain('m-0000001');
    expect(journal.records[0]?.details?.intent?.text).toEqual({
      length: 25,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test('one id is one text: pressed twice, retried after success, it is sent once', async () => {
    const { commands, instance, id, settle, mine, reply } = setUp();
    mine();
    const both = [commands.reply(reply('m-0000001')), commands.reply(reply('m-0000001'))];
    for (const one of both) expect(await settle(one)).toMatchObject({ outcome: 'done' });
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({ outcome: 'done' });
    expect(instance.writes).toEqual([`reply ${id} m-0000001`]);
  });

  test('a lost answer is resolved by reading: there is done, not there is unknown', async () => {
    const { commands, instance, settle, mine, reply } = setUp();
    mine();
    instance.fates.push('lost-after', 'lost-before');
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({ outcome: 'done' });
    expect(await settle(commands.reply(reply('m-0000002')))).toMatchObject({ outcome: 'unknown' });
    expect(instance.writes).toHaveLength(1);
  });

  test('an unknown one is never sent again, not after a restart either, and is done once it turns up', async () => {
    const { make, commands, instance, id, settle, mine, reply } = setUp();
    mine();
    instance.fates.push('lost-before');
    await settle(commands.reply(reply('m-0000001')));
    const restarted = make();
    expect(await settle(restarted.reply(reply('m-0000001')))).toMatchObject({
      outcome: 'unknown',
      failure: { detail: { reason: 'sent-before' } },
    });
    instance.failing = new FailureError('offline', 'No network');
    expect(await settle(restarted.reply(reply('m-0000001')))).toMatchObject({ outcome: 'unknown' });
    instance.failing = undefined;
    expect(instance.writes).toEqual([]);
    // The request was slow, not lost.
    instance.world.say(id, { role: 'csr', text: 'I am Morgan, let me help.', clientMessageId: 'm-0000001' });
    expect(await settle(make().reply(reply('m-0000001')))).toMatchObject({ outcome: 'done' });
    expect(instance.writes).toEqual([]);
  });

  test('a console that died while sending does not send again', async () => {
    const { make, instance, journal, settle, mine, reply } = setUp();
    mine();
    await settle(make().reply(reply('m-0000001')));
    // The crash came before the outcome was written.
    journal.records.length = 2;
    expect(journal.records.at(-1)?.facts.phase).toBe('sending');
    expect(await settle(make().reply(reply('m-0000001')))).toMatchObject({ outcome: 'done' });
    expect(instance.writes).toHaveLength(1);
  });

  test('one that was certainly refused may be sent again with the same id', async () => {
    const { commands, make, instance, settle, mine, reply } = setUp();
    mine();
    instance.fates.push(new FailureError('saturated', 'Busy', { status: 429, retryAfterMs: 1_000 }));
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'saturated', detail: { retryAfterMs: 1_000 } },
    });
    expect(await settle(make().reply(reply('m-0000001')))).toMatchObject({ outcome: 'done' });
    expect(instance.writes).toHaveLength(1);
  });

  test('to a conversation that someone else has now is refused and names them', async () => {
    const { commands, instance, id, settle, mine, reply } = setUp();
    mine();
    instance.world.handle(id, DANA);
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'conflict', detail: { takenBy: { name: 'Dana Fox' } } },
      differences: [{ field: 'handler', before: ME.name, now: 'Dana Fox' }],
    });
    expect(instance.writes).toEqual([]);
  });

  test('to a conversation that went back to the AI is refused as stale', async () => {
    const { commands, instance, id, settle, mine, reply } = setUp();
    mine();
    instance.world.handle(id, { kind: 'ai' });
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'stale' },
      differences: [{ field: 'status' }, { field: 'handler', now: 'ai' }],
    });
  });
});

describe('handing back, transferring, completing', () => {
  test.each(['handBack', 'transfer', 'complete'] as const)(
    '%s is done when the conversation shows it',
    async (name) => {
      const { commands, instance, target, settle, mine } = setUp();
      mine();
      const input = { ...target, expected: BY_ME, internalContactId: 'i-1', note: 'Wants a refund' };
      expect(await settle(commands[name](input))).toMatchObject({ outcome: 'done' });
      expect(instance.writes).toHaveLength(1);
    },
  );

  test.each(['handBack', 'transfer', 'complete'] as const)(
    '%s with a lost answer: done or unknown, sent once',
    async (name) => {
      const { commands, instance, target, settle, mine } = setUp();
      mine();
      const input = { ...target, expected: BY_ME, internalContactId: 'i-1' };
      instance.fates.push('lost-before', 'lost-after');
      expect(await settle(commands[name](input))).toMatchObject({ outcome: 'unknown' });
      expect(instance.writes).toEqual([]);
      expect(await settle(commands[name](input))).toMatchObject({ outcome: 'done' });
      expect(instance.writes).toHaveLength(1);
    },
  );

  test('what the instance does not offer or not allow is refused as it is', async () => {
    const { commands, instance, journal, target, settle, mine } = setUp();
    mine();
    const detail = { status: 403, requiredScope: 'chat:csr', requestId: 'r-1', serverText: 'Dana said no' };
    instance.fates.push(new FailureError('forbidden', 'No', detail));
    expect(await settle(commands.complete({ ...target, expected: BY_ME }))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'forbidden', detail: { requiredScope: 'chat:csr' } },
    });
    expect(journal.records.at(-1)?.details?.outcome?.answer).toEqual({
      code: 'forbidden',
      status: 403,
      requestId: 'r-1',
      requiredScope: 'chat:csr',
    });
  });
});

describe('the journal comes first', () => {
  test.each(['intent', 'sending'] as const)('when the %s cannot be written, nothing is sent', async (phase) => {
    const { commands, instance, journal, settle, mine, reply } = setUp();
    mine();
    journal.failing = phase;
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'internal', detail: { reason: 'journal-write-failed' } },
    });
    expect(instance.writes).toEqual([]);
    journal.failing = undefined;
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({ outcome: 'done' });
  });

  test('when the outcome cannot be written, the operator is told the truth all the same', async () => {
    const { commands, journal, instance, settle, mine, reply } = setUp();
    mine();
    journal.failing = 'outcome';
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({ outcome: 'done' });
    expect(await settle(commands.reply(reply('m-0000001')))).toMatchObject({ outcome: 'done' });
    expect(instance.writes).toHaveLength(1);
  });

  test('a target that cannot be read is not acted on', async () => {
    const { commands, instance, target, settle } = setUp();
    instance.failing = new FailureError('offline', 'No network');
    expect(await settle(commands.takeOver({ ...target, expected: BY_AI }))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'offline' },
    });
    instance.failing = undefined;
    expect(await settle(commands.takeOver({ tenant: 'acme', id: 'nobody', expected: BY_AI }))).toMatchObject({
      outcome: 'refused',
      failure: { code: 'not-found' },
    });
    expect(instance.writes).toEqual([]);
  });
});
