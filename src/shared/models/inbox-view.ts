import type { Failure } from './failure.ts';
import type { Inbox } from './inbox.ts';

/**
 * How far this console tells the router that the operator is there; never more than was told and taken.
 * - `none`: it is not told from here. - `cannot`: the instance has no operation for it. - `telling`: the first telling is
 *   under way. - `told`: taken at `at`. - `failing`: the last ones were not taken; `at` is the last that was, if any.
 */
export interface Presence {
  readonly kind: 'none' | 'cannot' | 'telling' | 'told' | 'failing';
  /** Epoch ms, this machine's clock. */
  readonly at?: number;
}

/** The inbox as a window sees it. */
export interface InboxView {
  /** Absent before it was read for the first time. */
  readonly inbox?: Inbox;
  /** Epoch ms, this machine's clock: when it was last read. */
  readonly readAt?: number;
  /** Why the newest reading failed; what is shown is of `readAt`. */
  readonly problem?: Failure;
  readonly presence: Presence;
  /** The instance's clock minus this machine's, ms: how long things last is told on the instance's, as the inbox states it where it does. */
  readonly skewMs?: number;
}
