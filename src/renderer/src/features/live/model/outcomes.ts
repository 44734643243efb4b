import type { CommandResult, Difference } from '../../../../../shared/models/command.ts';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import type { Message } from '../../../../../shared/models/transcript.ts';
import type { Action } from './availability.ts';
import { isMine } from './availability.ts';

/** Where one conversation's last command stands. */
export type CommandState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'running'; readonly action: Action }
  | {
      readonly phase: 'refused';
      readonly action: Action;
      readonly failure: Failure;
      readonly differences: readonly Difference[];
    }
  /** Sent once; whether it took effect is not known. `checked`: re-read since, and still nothing to see. */
  | {
      readonly phase: 'unknown';
      readonly action: Action;
      readonly failure: Failure;
      readonly clientMessageId?: string;
      readonly checked: boolean;
    };

export const IDLE: CommandState = { phase: 'idle' };

/** The state after an answer. */
export function stateAfter(action: Action, result: CommandResult, clientMessageId?: string): CommandState {
  switch (result.outcome) {
    case 'done':
      return IDLE;
    case 'refused':
      // The operator undid it while it was held: nothing happened and nothing is to be told.
      if (result.failure.code === 'cancelled') return IDLE;
      return { phase: 'refused', action, failure: result.failure, differences: result.differences };
    case 'unknown':
      return {
        phase: 'unknown',
        action,
        failure: result.failure,
        checked: false,
        ...(clientMessageId === undefined ? {} : { clientMessageId }),
      };
  }
}

/** Whether what is now known of the conversation proves that a command took effect. */
export function tookEffect(
  state: Extract<CommandState, { phase: 'unknown' }>,
  row: ConversationRow,
  messages: readonly Message[],
  me: string,
): boolean {
  switch (state.action) {
    case 'takeOver':
      return isMine(row, me);
    case 'handBack':
      return row.handler.kind === 'ai' && !row.ended;
    case 'complete':
      return row.ended;
    case 'transfer':
      return !isMine(row, me) && row.handler.kind !== 'ai';
    case 'reply':
      return (
        state.clientMessageId !== undefined &&
        messages.some((message) => message.clientMessageId === state.clientMessageId)
      );
  }
}
