import { expect, it } from 'vitest';
import type { CommandResult } from '../../../shared/models/command.ts';
import type { Commands } from '../../commands/commands.ts';
import type { Holds } from '../../commands/holds/holds.ts';
import { ToldOutcomes } from '../../commands/told-outcomes.ts';
import { ManualClock } from '../../storage/testing/manual-clock.ts';
import { conversationsHandlers } from './conversations.ts';

const input = {
  tenant: 'north',
  id: 'c-1',
  expected: { revision: 1, status: 'human-handoff', handlerKind: 'human' },
  text: 'I see your bill',
  clientMessageId: 'm-0000001',
} as const;
const refused = { outcome: 'refused', failure: { code: 'saturated', message: 'Too many' }, differences: [] } as const;

it.each<[CommandResult, readonly string[]]>([
  [{ outcome: 'done' } as CommandResult, [input.text]],
  [refused, []],
])('clears the draft of a reply that was sent, though its window may be gone: %j', async (result, cleared) => {
  const sent: string[] = [];
  const commands = { reply: async () => result } as Partial<Commands> as Commands;
  const drafts = { sent: (_key: object, text: string) => void sent.push(text) };
  const handlers = conversationsHandlers(commands, () => ({}) as Holds, new ToldOutcomes(new ManualClock()), drafts);
  expect(await handlers.reply(input)).toEqual(result);
  expect(sent).toEqual(cleared);
});
