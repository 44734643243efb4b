import { describe, expect, test } from 'vitest';
import type { Conversation, Handler } from '../../shared/models/conversation.ts';
import { aConversation } from '../../shared/testing/a-conversation.ts';
import { whatMattered, worstFirst } from './what-mattered.ts';

const MINE: Handler = { kind: 'human', userId: 'u-me', name: 'Alex Roy' };
const isMine = (handler: Handler) => handler.userId === MINE.userId;
const one = (particulars: Partial<Conversation> = {}) => aConversation({ id: 'c-1', ...particulars });
const high = { level: 3, label: 'high' } as const;
const other: Handler = { kind: 'human', userId: 'u-2', name: 'Dana Lee', since: 1_000 };
const kinds = (before: Conversation | undefined, now: Conversation | undefined) =>
  whatMattered(before, now, isMine).map(({ kind }) => kind);

describe('what mattered', () => {
  test.each([
    ['nothing of note', one(), one({ flagged: true }), []],
    ['a risk that rose', one(), one({ risk: high }), ['risk']],
    ['a risk that rose further', one({ risk: high }), one({ risk: { level: 4, label: 'critical' } }), ['risk']],
    ['a risk that was known', one({ risk: high }), one({ risk: high }), []],
    ['a risk that fell', one({ risk: { level: 4, label: 'critical' } }), one({ risk: high }), []],
    ['new and at risk', undefined, one({ risk: high }), ['risk']],
    ['new and calm', undefined, one(), []],
    ['new and someone has it', undefined, one({ handler: other }), []],
    ['taken over', one(), one({ handler: other }), ['taken-over']],
    ['taken over from the operator', one({ handler: MINE }), one({ handler: other }), ['taken-over']],
    ['the operator took it over elsewhere', one(), one({ handler: MINE }), []],
    ['the same person still has it', one({ handler: other }), one({ handler: { ...other, since: 2 } }), []],
    ['waits in a queue', one(), one({ handler: { kind: 'queue' } }), ['handed-off']],
    ['new and waits', undefined, one({ handler: { kind: 'none' }, queue: { skills: ['billing'] } }), ['handed-off']],
    ['waited before', one({ handler: { kind: 'queue' } }), one({ handler: { kind: 'queue' } }), []],
    ['ended', one(), one({ ended: true, status: 'completed', risk: high }), ['ended']],
    ['gone', one(), undefined, ['ended']],
    ['had ended before', one({ ended: true }), undefined, []],
    ['began and ended unseen', undefined, one({ ended: true }), []],
    ['never there', undefined, undefined, []],
  ] as const)('%s', (_what, before, now, expected) => {
    expect(kinds(before, now)).toEqual(expected);
  });

  test('tells by whom and when, the final status where it is known, and what it waits for', () => {
    expect(whatMattered(one(), one({ handler: other }), isMine)).toEqual([
      {
        kind: 'taken-over',
        conversation: 'c-1',
        contact: 'Visitor',
        platform: 'webchat',
        by: { id: 'u-2', name: 'Dana Lee', at: 1_000 },
      },
    ]);
    expect(whatMattered(one(), one({ ended: true, status: 'abandoned' }), isMine)).toMatchObject([
      { status: 'abandoned' },
    ]);
    expect(whatMattered(one(), undefined, isMine)[0]).not.toHaveProperty('status');
    expect(whatMattered(one(), one({ handler: { kind: 'queue' }, queue: { skills: ['fr'] } }), isMine)).toMatchObject([
      { skills: ['fr'] },
    ]);
  });

  test('the highest risk first, what ended last', () => {
    const found = [
      ...whatMattered(one(), undefined, isMine),
      ...whatMattered(one(), one({ risk: high, handler: other }), isMine),
      ...whatMattered(one(), one({ risk: { level: 4, label: 'critical' } }), isMine),
    ];
    expect(found.sort(worstFirst).map(({ kind, risk }) => risk?.label ?? kind)).toEqual([
      'critical',
      'high',
      'taken-over',
      'ended',
    ]);
  });
});
