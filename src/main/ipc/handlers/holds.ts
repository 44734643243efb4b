import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { Holds } from '../../commands/holds/holds.ts';

/** Handlers of the `holds` group. */
export function holdsHandlers(holds: Holds): Handlers['holds'] {
  return {
    state: (_input, changed) => holds.open(changed),
    undo: ({ id }) => holds.undo(id),
    sendNow: ({ id }) => holds.sendNow(id),
    cancelRest: ({ id }) => holds.cancelRest(id),
    again: ({ id }) => holds.again(id),
    dismiss: ({ id }) => holds.dismiss(id),
  };
}
