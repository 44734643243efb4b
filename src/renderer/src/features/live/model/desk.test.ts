import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeBridge } from '../../../../testing/fake-bridge.ts';
import { failed, ok } from '../../../../testing/fake-envelopes.ts';
import type { FakeBridge } from '../../../../testing/fake-types.ts';
import { createDesk, type Desk } from './desk.ts';
import { aRow } from './fake-row.ts';

const mine = aRow({ handler: { kind: 'human', userId: 'user-1', name: 'Alex Roy' }, aiState: 'paused' });
const lostAnswer = { code: 'unknown-outcome' as const, message: 'No answer.' };

let fake: FakeBridge;
let desk: Desk;
let due: (() => void)[];
let made: number;

beforeEach(() => {
  fake = createFakeBridge({ rows: new Map([[mine.id, mine]]) });
  due = [];
  made = 0;
  desk = createDesk({
    api: fake.api,
    tenant: 'northwind',
    me: 'user-1',
    newId: () => {
      made += 1;
      return `message-${made}`;
    },
    later: (task) => {
      due.push(task);
      return () => {
        due = due.filter((other) => other !== task);
      };
    },
  });
});

const sentIds = () =>
  fake.calls.flatMap(({ name, input }) =>
    name === 'conversations.reply' && typeof input === 'object' && input !== null && 'clientMessageId' in input
      ? [input.clientMessageId]
      : [],
  );

describe('desk', () => {
  it('restores a draft, but what was typed before it came wins', async () => {
    fake.state.drafts.set('northwind/c-1', 'from before');
    desk.open('c-1');
    await Promise.resolve();
    await Promise.resolve();
    expect(desk.get('c-1').text).toBe('from before');

    fake.state.drafts.set('northwind/c-2', 'from before');
    desk.open('c-2');
    desk.edit('c-2', 'typed now');
    await Promise.resolve();
    await Promise.resolve();
    expect(desk.get('c-2').text).toBe('typed now');
  });

  it('saves soon after the first key, however long the typing goes on, and at once when asked', () => {
    desk.edit('c-1', 'a');
    const [first] = due;
    desk.edit('c-1', 'ab');
    expect(due).toEqual([first]);
    for (const task of due) task();
    expect(fake.state.drafts.get('northwind/c-1')).toBe('ab');
    desk.edit('c-1', 'abc');
    desk.save('c-1');
    expect(fake.state.drafts.get('northwind/c-1')).toBe('abc');
    expect(fake.calls.filter(({ name }) => name === 'drafts.set')).toHaveLength(2);
  });

  it('clears the text only when the reply is done, also on disk', async () => {
    desk.edit('c-1', 'Hello');
    expect(await desk.act(mine, { action: 'reply' })).toBe('done');
    expect(desk.get('c-1').text).toBe('');
    expect(fake.state.drafts.get('northwind/c-1')).toBe('');
    expect(sentIds()).toEqual(['message-1']);
  });

  it('keeps what was typed while the reply was under way', async () => {
    desk.edit('c-1', 'Hello');
    const answer = desk.act(mine, { action: 'reply' });
    desk.edit('c-1', 'Hello, and');
    await answer;
    expect(desk.get('c-1').text).toBe('Hello, and');
  });

  it('keeps the text of a refused reply and sends the same text under the same id', async () => {
    const { reply } = fake.api.conversations;
    fake.api.conversations.reply = async (input) => {
      await reply(input);
      return failed('offline');
    };
    desk.edit('c-1', 'Hello');
    expect(await desk.act(mine, { action: 'reply' })).toBe('refused');
    expect(desk.get('c-1')).toMatchObject({ text: 'Hello', command: { phase: 'refused', action: 'reply' } });
    await desk.act(mine, { action: 'reply' });
    desk.edit('c-1', 'Hello there');
    await desk.act(mine, { action: 'reply' });
    expect(sentIds()).toEqual(['message-1', 'message-1', 'message-2']);
  });

  it('never sends an unknown outcome again; the echo of the message settles it', async () => {
    fake.api.conversations.reply = async () => ok({ outcome: 'unknown', failure: lostAnswer });
    desk.edit('c-1', 'Hello');
    expect(await desk.act(mine, { action: 'reply' })).toBe('unknown');
    desk.observe(mine, [{ id: 'x', role: 'csr', text: 'Hello', clientMessageId: 'another' }]);
    expect(desk.get('c-1').command.phase).toBe('unknown');
    await desk.check('c-1');
    expect(desk.get('c-1').command).toMatchObject({ phase: 'unknown', checked: true });
    expect(desk.get('c-1').text).toBe('Hello');
    expect(fake.calls.filter(({ name }) => name === 'live.refresh')).toHaveLength(1);
    desk.observe(mine, [{ id: 'y', role: 'csr', text: 'Hello', clientMessageId: 'message-1' }]);
    expect(desk.get('c-1')).toMatchObject({ command: { phase: 'idle' }, text: '' });
  });

  it('settles an unknown take-over once the row shows it', async () => {
    fake.api.conversations.takeOver = async () => ok({ outcome: 'unknown', failure: lostAnswer });
    await desk.act(aRow(), { action: 'takeOver' });
    desk.observe(aRow(), []);
    expect(desk.get('c-1').command.phase).toBe('unknown');
    desk.observe(mine, []);
    expect(desk.get('c-1').command.phase).toBe('idle');
  });

  it('counts a broken bridge as unknown, since main may have acted', async () => {
    fake.api.conversations.complete = () => Promise.reject(new Error('channel closed'));
    expect(await desk.act(mine, { action: 'complete' })).toBe('unknown');
  });

  it('does one thing at a time in a conversation', async () => {
    desk.edit('c-1', 'Hello');
    const first = desk.act(mine, { action: 'reply' });
    expect(await desk.act(mine, { action: 'complete' })).toBe('busy');
    await first;
    expect(fake.calls.some(({ name }) => name === 'conversations.complete')).toBe(false);
  });

  it('sends what the operator saw, and a note only where there is one', async () => {
    await desk.act(mine, { action: 'handBack', note: '  ' });
    await desk.act(mine, { action: 'handBack', note: 'calm now' });
    const expected = { revision: 1, status: 'in_progress', handlerKind: 'human', handlerName: 'Alex Roy' };
    expect(fake.calls.filter(({ name }) => name === 'conversations.handBack').map(({ input }) => input)).toEqual([
      { tenant: 'northwind', id: 'c-1', expected },
      { tenant: 'northwind', id: 'c-1', expected, note: 'calm now' },
    ]);
  });

  it('follows the draft of another window, but never over what is being typed here', async () => {
    desk.open('c-1');
    await Promise.resolve();
    await Promise.resolve();
    const elsewhere = (text: string, id = 'c-1') =>
      fake.topics.drafts.push([{ tenant: 'northwind', id, text, origin: 'the other window' }]);
    elsewhere('typed in the other window');
    expect(desk.get('c-1').text).toBe('typed in the other window');
    desk.edit('c-1', 'typed here');
    elsewhere('late news');
    expect(desk.get('c-1').text).toBe('typed here');
    desk.save('c-1');
    elsewhere('');
    // Sent from the other window: nothing is left to be sent a second time.
    expect(desk.get('c-1').text).toBe('');
    elsewhere('not asked for yet', 'c-9');
    expect(desk.get('c-9').text).toBe('');
    desk.close();
    elsewhere('after the end');
    expect(desk.get('c-1').text).toBe('');
  });

  it('shows what became of a command that a notification gave', () => {
    const failure = { code: 'conflict', message: '', detail: { takenBy: { name: 'Dana Fox' } } } as const;
    const told = { serial: 1, action: 'takeOver', result: { outcome: 'refused', failure, differences: [] } } as const;
    fake.topics.told.push([
      { ...told, tenant: 'northwind', id: 'c-1' },
      { ...told, tenant: 'lakeside', id: 'c-2' },
    ]);
    expect(desk.get('c-1').command).toMatchObject({ phase: 'refused', action: 'takeOver', failure });
    expect(desk.get('c-2').command.phase).toBe('idle');
  });
});
