import type { Failure } from './failure.ts';
import type { Inbox } from './inbox.ts';

/** The inbox as a window sees it. */
export interface InboxView {
  /** Absent before it was read for the first time. */
  readonly inbox?: Inbox;
  /** Epoch ms, this machine's clock: when it was last read. */
  readonly readAt?: number;
  /** Why the newest reading failed; what is shown is of `readAt`. */
  readonly problem?: Failure;
  /** Whether this console tells the router that the operator is there. */
  readonly present: boolean;
}
