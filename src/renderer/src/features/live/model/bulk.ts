import type { Expected } from '../../../../../shared/models/command.ts';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { type BulkAction, MAX_BULK } from '../../../../../shared/models/hold.ts';
import type { OperationId } from '../../../../../shared/models/operation.ts';
import { blockedReason } from './availability.ts';
import { expectedOf } from './desk.ts';

export interface BulkPlan {
  readonly targets: readonly { readonly id: string; readonly expected: Expected }[];
  /** Selected, but the action cannot be done to them now (or there are more than one command may name). */
  readonly left: number;
}

/** Which of the selected rows an action can be done to, with what the operator sees of each now. */
export function planBulk(
  action: BulkAction,
  rows: readonly ConversationRow[],
  selected: number,
  me: string,
  isMissing: (operation: OperationId) => boolean,
): BulkPlan {
  const targets = rows
    .filter((row) => blockedReason(action, row, me, isMissing) === undefined)
    .slice(0, MAX_BULK)
    .map((row) => ({ id: row.id, expected: expectedOf(row) }));
  return { targets, left: selected - targets.length };
}
