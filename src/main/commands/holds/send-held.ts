import type { CommandResult } from '../../../shared/models/command.ts';
import { FailureError } from '../../../shared/models/failure.ts';
import type { Commands } from '../commands.ts';
import type { KeptHold } from './hold-file.ts';

/** Sends one conversation's part of a released hold. @throws FailureError when there is no way to the tenant. */
export async function sendHeld(
  commands: Commands,
  { id: hold, tenant, action, internalContactId, note }: KeptHold,
  target: KeptHold['targets'][number],
): Promise<CommandResult> {
  const { handlerKind = '' } = target.expected;
  const input = { tenant, id: target.id, expected: { ...target.expected, handlerKind } };
  if (action === 'complete') return commands.complete(input, hold);
  if (action === 'handBack') return commands.handBack({ ...input, note }, hold);
  if (action === 'takeOver') return commands.takeOver(input, hold);
  if (action !== 'transfer' || internalContactId === undefined) {
    throw new FailureError('invalid', 'This is no command on a conversation, or a transfer without a contact', {
      field: 'internalContactId',
    });
  }
  return commands.transfer({ ...input, internalContactId, note }, hold);
}
