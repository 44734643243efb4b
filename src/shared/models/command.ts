import type { Conversation } from './conversation.ts';
import type { Failure } from './failure.ts';

/** How something was seen: its status (or state), and who had it where that means anything. */
export interface Seen {
  readonly revision?: number | undefined;
  readonly status: string;
  readonly handlerKind?: string | undefined;
  readonly handlerName?: string | undefined;
}

/** What the operator had on screen when they acted; a command is refused as `stale` when the target differs. */
export interface Expected extends Seen {
  readonly handlerKind: string;
}

export interface Difference {
  readonly field: 'status' | 'handler' | 'ended';
  readonly before: string;
  readonly now: string;
}

/**
 * The outcome of one command. `unknown` means: it was sent once and nothing proves whether it took effect; it is
 * resolved by re-reading, never by sending again.
 */
export type CommandResult =
  | { readonly outcome: 'done'; readonly conversation?: Conversation }
  | {
      readonly outcome: 'refused';
      readonly failure: Failure;
      readonly differences: readonly Difference[];
      readonly conversation?: Conversation;
    }
  | { readonly outcome: 'unknown'; readonly failure: Failure; readonly conversation?: Conversation };
