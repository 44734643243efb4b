import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { BindingReport, OperationId } from '../../../../../shared/models/operation.ts';
import { isWaiting } from './triage.ts';

export const ACTIONS = ['takeOver', 'reply', 'handBack', 'transfer', 'complete'] as const;
export type Action = (typeof ACTIONS)[number];

/** Why an action is not offered now; worded by texts.ts under `blocked`. */
export type Blocked =
  | { readonly because: 'notOffered' | 'ended' | 'alreadyYours' | 'queued' | 'notByAi' | 'takeOverFirst' | 'aiHasIt' }
  | { readonly because: 'heldBy'; readonly name: string };

const OPERATIONS: Readonly<Record<Action, OperationId>> = {
  takeOver: 'conversations.takeOver',
  reply: 'conversations.reply',
  handBack: 'conversations.handBack',
  transfer: 'conversations.transfer',
  complete: 'conversations.complete',
};

/** The actions that the instance has no operation for. */
export function notOffered(isMissing: (operation: OperationId) => boolean): readonly Action[] {
  return ACTIONS.filter((action) => isMissing(OPERATIONS[action]));
}

/** Whether the instance's API has something to listen to a call by, which the console itself does not use. */
export function offersListening(report: Pick<BindingReport, 'unused'>): boolean {
  return report.unused.some(({ path, operationId = '' }) => LISTENING.test(`${path} ${operationId}`));
}
const LISTENING = /listen|monitorcall|callmonitor|eavesdrop/iu;

/** Whether the signed-in person has the conversation. */
export function isMine(row: Pick<ConversationRow, 'handler'>, me: string): boolean {
  return row.handler.kind === 'human' && row.handler.userId === me;
}

/**
 * Why an action is not offered, or undefined when it is. `isMissing` tells operations that the instance lacks. Main
 * checks again before it acts; this only spares the operator a press that cannot succeed.
 */
export function blockedReason(
  action: Action,
  row: ConversationRow,
  me: string,
  isMissing: (operation: OperationId) => boolean,
): Blocked | undefined {
  if (isMissing(OPERATIONS[action])) return { because: 'notOffered' };
  if (row.ended) return { because: 'ended' };
  const mine = isMine(row, me);
  if (action === 'takeOver') return mine ? { because: 'alreadyYours' } : heldElsewhere(row);
  if (mine) return undefined;
  // A running AI conversation can be transferred without being taken first (call monitoring).
  if (action === 'transfer') return heldElsewhere(row);
  return row.handler.kind === 'ai' && action !== 'reply'
    ? { because: 'aiHasIt' }
    : (heldElsewhere(row) ?? { because: 'takeOverFirst' });
}

/** Why it is not the AI that runs it; undefined when it is. */
function heldElsewhere(row: ConversationRow): Blocked | undefined {
  if (row.handler.kind === 'human') {
    return row.handler.name === undefined ? { because: 'notByAi' } : { because: 'heldBy', name: row.handler.name };
  }
  if (isWaiting(row)) return { because: 'queued' };
  return row.handler.kind === 'ai' ? undefined : { because: 'notByAi' };
}
