import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { CommandResult } from '../../../shared/models/command.ts';
import type { BulkResult } from '../../../shared/models/hold.ts';
import type { Commands } from '../../commands/commands.ts';
import type { Holds } from '../../commands/holds/holds.ts';
import type { ToldOutcomes } from '../../commands/told-outcomes.ts';
import type { Drafts } from '../../storage/drafts.ts';

/** Handlers of the `conversations` group: at once, or held first where the window asks for it; bulk always held. */
export function conversationsHandlers(
  commands: Commands,
  holds: () => Holds,
  told: ToldOutcomes,
  drafts: Pick<Drafts, 'sent'>,
): Handlers['conversations'] {
  return {
    takeOver: (input) => commands.takeOver(input),
    async reply(input) {
      const result = await commands.reply(input);
      // Here and not in the window, which may be gone by now: what was sent must not come back as if it were not.
      if (result.outcome === 'done') drafts.sent(input, input.text);
      return result;
    },
    handBack: (input) => commands.handBack(input),
    async transfer(input) {
      if (input.hold !== true) return commands.transfer(input);
      const { tenant, id, expected, internalContactId, note } = input;
      const targets = [{ id, expected }];
      return only(await holds().hold({ tenant, action: 'transfer', bulk: false, targets, internalContactId, note }));
    },
    async complete(input) {
      if (input.hold !== true) return commands.complete(input);
      const { tenant, id, expected } = input;
      return only(await holds().hold({ tenant, action: 'complete', bulk: false, targets: [{ id, expected }] }));
    },
    bulk: (input) => holds().hold({ ...input, bulk: true }),
    told: (_input, changed) => told.open(changed),
    internalContacts: (input) => commands.internalContacts(input),
  };
}

/** The one result of a held single command; undone is refused as `cancelled`. */
function only({ results }: BulkResult): CommandResult {
  const result = results[0]?.result;
  if (result !== undefined && result.outcome !== 'cancelled') return result;
  // Not sent because the session or the console ended has no result yet: the operator decides again.
  const reason = result === undefined ? 'not-sent' : 'undone';
  return {
    outcome: 'refused',
    failure: { code: 'cancelled', message: 'It was not sent', detail: { reason } },
    differences: [],
  };
}
