import type { CommandResult } from './command.ts';
import type { BulkAction } from './hold.ts';

/** What a command came to that no window asked for: one given by a notification. */
export interface ToldOutcome {
  /** Grows with each; a window knows by it what it has shown. */
  readonly serial: number;
  readonly tenant: string;
  readonly id: string;
  readonly action: BulkAction;
  readonly result: CommandResult;
}
